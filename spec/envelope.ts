import type { Contract, JsonSchema } from './contract.ts';

/**
 * Keys of which a refusal's body has exactly one, e.g. `error`; none if the page shows no refusal, or if any key is
 * right.
 */
export function errorNames({ response }: Pick<Contract, 'response'>): readonly string[] {
  const { schema } = response.error;
  if (schema === null || errorUnderAnyKey({ response }) !== null) return [];
  const shapes = (schema.oneOf ?? schema.anyOf ?? [schema]) as readonly JsonSchema[];
  return [...new Set(shapes.flatMap(({ required }) => (required as readonly string[] | undefined)?.slice(0, 1) ?? []))];
}

/** The schema of an error if the page says that any key may hold it, otherwise null. */
export function errorUnderAnyKey({ response }: Pick<Contract, 'response'>): JsonSchema | null {
  const others = response.error.schema?.additionalProperties;
  return typeof others === 'object' ? (others as JsonSchema) : null;
}

/**
 * The binding schema of a refusal's body; null if the page shows none. If any key may hold the error, one member has to
 * be a complete error: services with such envelopes give its code as a number or as text.
 */
export function bindingEnvelope(contract: Pick<Contract, 'facts' | 'response'>): JsonSchema | null {
  const error = bindingError(contract);
  if (error === null) return contract.response.error.schema;
  // no keyword says "some member is": "not every member is not" means the same
  return { type: 'object', not: { additionalProperties: { not: error } } };
}

/** The binding schema of an error that any key may hold; null if the page names the key. */
export function bindingError(contract: Pick<Contract, 'facts' | 'response'>): JsonSchema | null {
  const error = errorUnderAnyKey(contract);
  if (error === null) return null;
  const { properties } = error as { readonly properties: Readonly<Record<string, JsonSchema>> };
  const code = contract.facts.find(({ id }) => id === 'response.error-code')?.value as { name?: string } | undefined;
  const loosened = Object.entries(properties).map(([name, schema]) =>
    name === code?.name ? [name, { ...schema, type: ['string', 'integer'] }] : [name, schema],
  );
  return { type: 'object', required: Object.keys(properties), properties: Object.fromEntries(loosened) };
}
