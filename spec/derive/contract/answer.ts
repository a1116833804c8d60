import type { Contract, JsonSchema, Reading } from '../../contract.ts';
import type { DescribedPlace } from '../described.ts';
import { type OperationPage, valuesOf } from '../structure/operation.ts';
import { objectSchema } from './schema.ts';

/** The shapes of the answers. */
export function responseOf(page: OperationPage, described: readonly DescribedPlace[]): Contract['response'] {
  const { success } = page.answers;
  const samples = valuesOf(success.samples);
  const isEmpty = success.fields.length === 0 && samples.length === 0;
  const schema = isEmpty ? null : objectSchema({ place: 'success', fields: success.fields, described, samples });
  return { success: { status: page.status.status, schema }, error: { schema: errorSchema(page, described) } };
}

/**
 * A refusal. Its envelope is the one of the rows or, for flat rows, of the sample. If the page says that the key may be
 * any error's, any key is right; if it shows no envelope for flat rows, both readings are.
 */
function errorSchema({ answers: { error } }: OperationPage, described: readonly DescribedPlace[]): JsonSchema | null {
  if (error.fields.length === 0) return null;
  const schema = objectSchema({ place: 'error', fields: error.fields, described, samples: valuesOf(error.samples) });
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
  const [key, ...others] = error.fields.map(({ name }) => name);
  const inner = key === undefined || others.length > 0 ? undefined : properties[key];
  if (inner === undefined || error.fields[0]?.members.length === 0) {
    return error.samples.length > 0 ? required(schema) : { anyOf: [required(schema), enveloped(schema)] };
  }
  const named = Object.fromEntries(error.keys.map((name) => [name, properties[name] ?? inner]));
  if (error.anyKey) return { type: 'object', properties: named, additionalProperties: inner, minProperties: 1 };
  if (error.keys.length > 1) return { oneOf: error.keys.map((name) => enveloped(inner, name)) };
  return enveloped(inner, key);
}

function enveloped(inner: JsonSchema, name = 'error'): JsonSchema {
  return { type: 'object', required: [name], properties: { [name]: required(inner) } };
}

/** A field of an error is present if an error occurs. */
function required(schema: JsonSchema): JsonSchema {
  const { type, properties, ...others } = schema;
  return { type, required: Object.keys((properties ?? {}) as object), properties, ...others };
}

/** Questions about answers that the page leaves open. */
export function answerReadings({ answers: { error }, status }: OperationPage): readonly Reading[] {
  const isFlat =
    error.fields.length > 0 && error.fields.every(({ members }) => members.length === 0) && error.samples.length === 0;
  const envelope = { fact: 'response.error-message', question: 'Does an error stand in an envelope?' };
  const success = { fact: 'response.success-status', question: 'Which status has an accepted request?' };
  return [
    ...(isFlat ? [{ ...envelope, readings: ['message and code at the top', 'below the key error'] }] : []),
    ...(status.or === null ? [] : [{ ...success, readings: [String(status.status), String(status.or)] }]),
  ];
}
