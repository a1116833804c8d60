import { isFree } from '../binding.ts';
import { constraintsInWords, typeInWords } from '../constraint-words.ts';
import type { JsonSchema } from '../contract.ts';
import { capital } from './nouns.ts';
import { dataPointer } from './relative.ts';

/**
 * The restrictions that the translation of a contract's schema does not express by keywords, as a sentence; undefined
 * if there are none.
 */
export function unsaidInWords(schema: JsonSchema): string | undefined {
  if (isFree(schema)) {
    const { deprecated: _, ...others } = schema;
    return sentence([...(schema.type === undefined ? [] : [typeInWords(schema)]), ...constraintsInWords(others)]);
  }
  const unsaid = Object.entries(schema).filter(([keyword, value]) => isUnsaid(keyword, value, schema));
  return sentence(constraintsInWords(Object.fromEntries(unsaid)));
}

/** `At most 255 bytes; reserved.` */
export function sentence(phrases: readonly string[]): string | undefined {
  return phrases.length === 0 ? undefined : `${capital(phrases.join('; '))}.`;
}

/**
 * Whether a pattern means the same without the flag `u`: tools without it silently take `\p{L}` for the letters p, {, L
 * and }.
 */
export function isPortable(pattern: string): boolean {
  return !/\\[pPu]\{|[\u{10000}-\u{10FFFF}]/u.test(pattern);
}

function isUnsaid(keyword: string, value: unknown, schema: JsonSchema): boolean {
  switch (keyword) {
    case 'enum':
    case 'x-open':
      return schema['x-open'] === true;
    case 'pattern':
      return !isPortable(String(value));
    case 'format':
      return value === 'date-time';
    case 'x-source':
    case 'minBytes':
    case 'maxBytes':
      return true;
    case 'default':
    case 'const':
      return false;
    default:
      return dataPointer(value) !== undefined;
  }
}
