import { openAjv } from '../ajv.ts';
import type { Contract, JsonSchema } from '../contract.ts';
import { partName } from './groups.ts';

/** An Example Object of OpenAPI. */
export interface OpenApiExample {
  readonly summary: string;
  readonly value: unknown;
}

/** The samples of a body or a parameter; empty members are left out. */
export interface OpenApiSamples {
  /** By the contract's id, with a number from the second on. */
  readonly examples?: Readonly<Record<string, OpenApiExample>>;
  /** Samples that violate their pages' own tables: a mock server must not answer them. */
  readonly 'x-evs-samples'?: readonly OpenApiExample[];
}

const ajv = openAjv({ strict: false, validateSchema: false });

/**
 * The samples of some contracts' pages in one place.
 *
 * @param schemaOf - the contract's schema in the document; undefined if there is none, so that any sample is right
 */
export function samplesOf(
  parts: readonly Contract[],
  valuesOf: (contract: Contract) => readonly unknown[],
  schemaOf: (contract: Contract) => JsonSchema | undefined,
): OpenApiSamples {
  const all = parts.flatMap((part) => {
    const values = valuesOf(part);
    if (values.length === 0) return [];
    const isRight = ajv.compile(schemaOf(part) ?? {});
    const name = parts.length === 1 ? 'Sample' : partName(part);
    return values.map((value, index) => {
      const summary = index === 0 ? name : `${name} ${index + 1}`;
      const shown = { summary, value };
      const example = [shown, { summary: `${summary}, without null`, value: withoutNulls(value) }].find((one) =>
        isRight(one.value),
      );
      return { key: index === 0 ? part.id : `${part.id}-${index + 1}`, shown, example };
    });
  });
  const right = all.flatMap(({ example, key }) => (example === undefined ? [] : [[key, example] as const]));
  const wrong = all.flatMap(({ example, shown }) => (example === shown ? [] : [shown]));
  return {
    ...(right.length === 0 ? {} : { examples: Object.fromEntries(right) }),
    ...(wrong.length === 0 ? {} : { 'x-evs-samples': wrong }),
  };
}

/**
 * A sample without its null members: pages show null for fields that are not sent, and their tables mostly refuse it.
 */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutNulls(one)]));
}
