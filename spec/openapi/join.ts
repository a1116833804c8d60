import { isDeepStrictEqual } from 'node:util';
import type { Contract, JsonSchema } from '../contract.ts';

/** Schemas of one place side by side: any will do. Equal ones are one. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [first = {}, ...others] = schemas.filter(
    (one, index) => schemas.findIndex((other) => isDeepStrictEqual(one, other)) === index,
  );
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** An Example Object of OpenAPI. */
export interface OpenApiExample {
  readonly value: unknown;
}

/** The samples of some contracts by name: the contract's id, with a number from the second on. */
export function examplesOf(
  parts: readonly Contract[],
  samplesOf: (contract: Contract) => readonly unknown[],
): Readonly<Record<string, OpenApiExample>> {
  return Object.fromEntries(
    parts.flatMap((part) =>
      samplesOf(part).map((value, index) => [index === 0 ? part.id : `${part.id}-${index + 1}`, { value }]),
    ),
  );
}
