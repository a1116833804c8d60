import { isDeepStrictEqual } from 'node:util';
import { isFree } from '../binding.ts';
import type { JsonSchema } from '../contract.ts';
import { type ChangeClass, demanded, told } from './change.ts';

/** A keyword of one schema that the other lacks, or has with another value. */
export interface KeywordChange {
  readonly keyword: string;
  readonly class: ChangeClass;
  readonly what: string;
}

/** Keywords that hold schemas, or names of fields, which are compared field by field. */
const STRUCTURE = new Set(
  '$schema properties x-open items propertyNames required anyOf oneOf allOf if then else'.split(' '),
);

/** The class of a change if the number of a keyword grows. */
const GROWS = {
  maximum: 'loosening',
  exclusiveMaximum: 'loosening',
  maxLength: 'loosening',
  maxBytes: 'loosening',
  maxItems: 'loosening',
  maxProperties: 'loosening',
  minimum: 'tightening',
  exclusiveMinimum: 'tightening',
  minLength: 'tightening',
  minBytes: 'tightening',
  minItems: 'tightening',
  minProperties: 'tightening',
} as const satisfies Record<string, ChangeClass>;

/** Annotations by which a page takes a field back, so that none of its bounds binds. */
export const TAKEN_BACK = new Set(['deprecated', 'x-reserved', 'x-unsupported']);

/** The differences between two schemas of one field, without the fields inside it. */
export function compareSchemas(before: JsonSchema, after: JsonSchema): readonly KeywordChange[] {
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((one) => !STRUCTURE.has(one));
  const free = [before, after].filter(isFree).length;
  return keywords.flatMap((keyword) => {
    const [old, now] = [own(before, keyword), own(after, keyword)];
    const isSame = isDeepStrictEqual(old, now) && (keyword !== 'enum' || isOpen(before) === isOpen(after));
    if (isSame) return [];
    const found = keyword === 'enum' ? ofValues(before, after) : compare(keyword, old, now);
    const isBinding = free === 0 || (free === 1 && TAKEN_BACK.has(keyword));
    return found.map((each) => ({ keyword, ...each, class: isBinding ? each.class : 'metadata' }));
  });
}

/** The keyword's value without the schemas of inner fields, which are compared on their own. */
function own(schema: JsonSchema, keyword: string): unknown {
  const value = schema[keyword];
  return keyword === 'additionalProperties' && value !== false ? undefined : value;
}

/** A class, with the old and the new value in words. */
export type ClassedWords = Pick<KeywordChange, 'class' | 'what'>;

function compare(keyword: string, old: unknown, now: unknown): readonly ClassedWords[] {
  const what = `${keyword} ${told(old)} → ${told(now)}`;
  if (keyword === 'readOnly') return [{ class: 'metadata', what }];
  if (TAKEN_BACK.has(keyword)) return [{ class: now === true ? 'loosening' : 'tightening', what }];
  if (keyword === 'type') return [{ class: ofTypes(listed(old), listed(now)), what }];
  const grows = Object.hasOwn(GROWS, keyword) ? GROWS[keyword as keyof typeof GROWS] : undefined;
  if (grows !== undefined && typeof old === 'number' && typeof now === 'number') {
    return [{ class: now > old ? grows : opposite(grows), what }];
  }
  if (keyword === 'multipleOf' && typeof old === 'number' && typeof now === 'number') {
    return [{ class: now % old === 0 ? 'tightening' : old % now === 0 ? 'loosening' : 'breaking', what }];
  }
  return [{ class: demanded(old, now), what }];
}

/** The opposite class. */
function opposite(kind: 'loosening' | 'tightening'): ChangeClass {
  return kind === 'loosening' ? 'tightening' : 'loosening';
}

function isOpen(schema: JsonSchema): boolean {
  return schema['x-open'] === true;
}

function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Only a closed list forbids values. */
function ofValues(before: JsonSchema, after: JsonSchema): readonly ClassedWords[] {
  const [old, now] = [listed(before.enum), listed(after.enum)];
  const words = (list: readonly unknown[]): string => list.map(told).join(', ');
  const gone = old.filter((each) => !now.includes(each));
  const come = now.filter((each) => !old.includes(each));
  const [wasClosed, isClosed] = [before, after].map((schema) => schema.enum !== undefined && !isOpen(schema));
  const whole = `${old.length === 0 ? 'any value' : `${wasClosed ? 'one of' : 'such as'} ${words(old)}`} → ${
    now.length === 0 ? 'any value' : `${isClosed ? 'one of' : 'such as'} ${words(now)}`
  }`;
  if (!wasClosed && !isClosed) return [{ class: 'metadata', what: whole }];
  if (wasClosed !== isClosed) return [{ class: isClosed ? 'tightening' : 'loosening', what: whole }];
  return [
    ...(gone.length === 0
      ? []
      : [{ class: 'tightening' as const, what: `no longer one of its values: ${words(gone)}` }]),
    ...(come.length === 0 ? [] : [{ class: 'loosening' as const, what: `also one of its values: ${words(come)}` }]),
    ...(gone.length + come.length > 0 ? [] : [{ class: 'vocabulary' as const, what: 'its values in another order' }]),
  ];
}

/** An integer is a number; without a type, any value is valid. */
function ofTypes(old: readonly unknown[], now: readonly unknown[]): ChangeClass {
  if (old.length === 0) return 'tightening';
  if (now.length === 0) return 'loosening';
  const within = (few: readonly unknown[], many: readonly unknown[]): boolean =>
    few.every((each) => many.includes(each) || (each === 'integer' && many.includes('number')));
  if (within(old, now)) return within(now, old) ? 'vocabulary' : 'loosening';
  return within(now, old) ? 'tightening' : 'breaking';
}
