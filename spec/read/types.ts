import type { JsonSchema } from '../contract.ts';
import { type At, UnsupportedError } from './errors.ts';

/** A type of the page: how it is spelled in facts, what JSON it means, and the type of its members if it is a map. */
export interface PageType {
  readonly text: string;
  readonly schema: JsonSchema;
  readonly values: PageType | null;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'string',
  int: 'integer',
  integer: 'integer',
  long: 'integer',
  number: 'number',
  float: 'number',
  double: 'number',
  bool: 'boolean',
  boolean: 'boolean',
  object: 'object',
  map: 'object',
  dict: 'object',
};

const MAP = /^map ?< ?string ?, ?([a-z]+) ?>$/i;

/**
 * Reads a type as the tables write it, e.g. `int`, `string`, `map<string, int>`.
 *
 * @throws UnsupportedError when the word is unknown
 */
export function parseType(written: string, at: At): PageType {
  const member = MAP.exec(written)?.[1];
  if (member !== undefined) {
    const values = parseType(member, at);
    return { text: `map<string, ${values.text}>`, schema: { type: 'object' }, values };
  }
  const word = written.toLowerCase();
  const type = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (type === undefined) {
    throw new UnsupportedError(
      at,
      `the type "${written.slice(0, 80)}" is unknown`,
      'teach types.ts what JSON it means',
    );
  }
  return { text: word, schema: { type }, values: null };
}

/** Whether a value of a sample is of a type of the table. */
export function fits(value: unknown, type: PageType): boolean {
  switch (type.schema.type) {
    case 'integer':
      return Number.isInteger(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type.schema.type;
  }
}
