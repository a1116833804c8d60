import { openAjv } from '../ajv.ts';
import type { Contract, JsonSchema } from '../contract.ts';
import { partName } from './groups.ts';

/** An Example Object of OpenAPI. */
export interface OpenApiExample {
  readonly summary: string;
  readonly value: unknown;
}

/** The samples of a body or a parameter; what is empty is left away. */
export interface OpenApiSamples {
  /** By the contract's id, with a number from the second on. */
  readonly examples?: Readonly<Record<string, OpenApiExample>>;
  /** Those that pages show and their own tables refuse: a mock server must not answer them. */
  readonly 'x-evs-samples'?: readonly OpenApiExample[];
}

const ajv = openAjv({ strict: false, validateSchema: false });

/**
 * The samples that the pages of some contracts show in one place.
 *
 * @param schemaOf - as the document has it; undefined where a contract has none, and any sample is right
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

/** The members that are null are what pages show of fields that are not sent, and their tables mostly refuse. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutNulls(one)]));
}
