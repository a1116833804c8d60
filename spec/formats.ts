import type { FormatDefinition } from 'ajv';

/** The formats that a contract's schema may name, in one place for all validators. None takes long on hostile text. */
const CHECKS = {
  'date-time': matches(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:?\d\d)?$/),
  date: matches(/^\d{4}-\d\d-\d\d$/),
  uuid: matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i),
  uri: (value: string): boolean => URL.canParse(value),
} as const;

/** The same, as ajv takes them. */
export const formats: Readonly<Record<string, FormatDefinition<string>>> = Object.fromEntries(
  Object.entries(CHECKS).map(([name, validate]) => [name, { type: 'string', validate }]),
);

/** Whether a text has a format; every text has an unknown one. */
export function isOfFormat(name: string, text: string): boolean {
  return !Object.hasOwn(CHECKS, name) || CHECKS[name as keyof typeof CHECKS](text);
}

function matches(pattern: RegExp): (value: string) => boolean {
  return (value) => value.length <= 100 && pattern.test(value);
}
