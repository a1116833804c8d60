import { constraintsInWords, typeInWords } from '../constraint-words.ts';
import type { Contract, JsonSchema } from '../contract.ts';
import { type Parts, partName } from './groups.ts';
import { relativeBounds } from './relative.ts';

/**
 * The properties of an operation that OpenAPI cannot express, in words and as Markdown; `x-evs-operations` has them as
 * data.
 */
export function descriptionOf(parts: Parts): string {
  const [first, ...others] = parts;
  if (others.length === 0) return [`Contract \`${first.id}\`.`, list(notesOf(first))].filter(Boolean).join('\n\n');
  return list(parts.map((part) => [headOf(part), indented(list(notesOf(part)))].filter(Boolean).join('\n')));
}

function headOf(part: Contract): string {
  const { operation, response } = part;
  const deprecated = operation.deprecated ? ', deprecated' : '';
  const { status } = response.success;
  const answers = status === null ? '' : `, answers ${status}`;
  return `**${partName(part)}**${deprecated}${answers}: contract \`${part.id}\``;
}

function notesOf(contract: Contract): readonly string[] {
  const { cases, normalise, preconditions, readings, unparsed } = contract;
  const lines = new Set(unparsed.map(({ line }) => line)).size;
  return [
    ...preconditions.map(
      ({ on, requires, when }) =>
        `${subjectOf(on, requires)} has to be ${valuesInWords(requires)}${conditionInWords(when)}`,
    ),
    ...relativeBounds(contract.case).map(({ keyword, pointer, than }) =>
      noteOf(pointer, constraintsInWords({ [keyword]: { $data: than } })),
    ),
    ...cases.map(({ pointer, schema, when }) => noteOf(pointer, constraintsInWords(schema), when)),
    ...normalise.map(({ pointer }) => noteOf(pointer, ['cut to the integer before its point'])),
    ...readings.map(({ question, readings: either }) => `${question} Left open: ${either.join(', or ')}`),
    ...(lines === 0 ? [] : [`${lines} line${lines === 1 ? '' : 's'} of the page not understood`]),
  ];
}

/** `/body/volume/size, data disk: at most 32768` */
function noteOf(pointer: string, phrases: readonly string[], when?: string): string {
  return `\`${pointer}\`${when === undefined ? '' : `, ${when}`}: ${phrases.join('; ')}`;
}

/** For a list, its items. */
function subjectOf(attribute: string, { items }: JsonSchema): string {
  return items === undefined ? `\`${attribute}\`` : `each of \`${attribute}\``;
}

/** The required values of an attribute, or of each item: `false`, `one of available, error`, `not error`. */
function valuesInWords(schema: JsonSchema): string {
  const { const: only, enum: values, items, not } = schema;
  if (only !== undefined) return `${only}`;
  if (Array.isArray(values) && values.length === 1) return `${values[0]}`;
  if (not !== undefined) return `not ${valuesInWords(not as JsonSchema)}`;
  if (items !== undefined) return valuesInWords(items as JsonSchema);
  return constraintsInWords(schema).join('; ') || typeInWords(schema);
}

function conditionInWords(when: Readonly<Record<string, JsonSchema>>): string {
  const conditions = Object.entries(when).map(([on, schema]) => `\`${on}\` is ${valuesInWords(schema)}`);
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
