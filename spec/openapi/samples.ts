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

// a schema is asked once or twice: optimizing its code takes longer than it saves
const ajv = openAjv({ strict: false, validateSchema: false, code: { optimize: false } });

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
    return values.map((value, index) => ({
      key: index === 0 ? part.id : `${part.id}-${index + 1}`,
      example: { summary: index === 0 ? name : `${name} ${index + 1}`, value },
      isRight: isRight(value),
    }));
  });
  const right = all.filter((one) => one.isRight);
  const wrong = all.filter((one) => !one.isRight);
  return {
    ...(right.length === 0 ? {} : { examples: Object.fromEntries(right.map(({ key, example }) => [key, example])) }),
    ...(wrong.length === 0 ? {} : { 'x-evs-samples': wrong.map(({ example }) => example) }),
  };
}
