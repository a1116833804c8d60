import type { FormatDefinition } from 'ajv';

/** The formats that a contract's schema may name, in one place for all that validate by it. None takes long on hostile text. */
export const formats = {
  'date-time': text(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:?\d\d)?$/),
  date: text(/^\d{4}-\d\d-\d\d$/),
  uuid: text(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i),
  uri: { type: 'string', validate: (value: string) => URL.canParse(value) },
} as const satisfies Record<string, FormatDefinition<string>>;

function text(pattern: RegExp): FormatDefinition<string> {
  return { type: 'string', validate: (value: string) => value.length <= 100 && pattern.test(value) };
}
