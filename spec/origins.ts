import type { Provenance } from './contract.ts';

/** Where facts stand on the page; without provenance, the facts alone. */
export function originsOf(
  facts: readonly string[],
  provenance: Provenance | null,
): readonly { readonly fact: string; readonly line: number | null; readonly anchor: string | null }[] {
  return facts.map((fact) => {
    const origin = provenance?.origins.find((one) => one.fact === fact);
    return { fact, line: origin?.line ?? null, anchor: origin?.anchor ?? null };
  });
}
