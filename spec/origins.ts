import type { Provenance } from './contract.ts';

/** A fact with its place on the page, and the page's words if the contract has them. */
interface FactOrigin {
  readonly fact: string;
  readonly line: number | null;
  readonly anchor: string | null;
  readonly quote?: string;
  readonly url?: string;
}

/** The places of facts on the page; without provenance, the facts alone. */
export function originsOf(facts: readonly string[], provenance: Provenance | null): readonly FactOrigin[] {
  return facts.map((fact) => {
    const origin = provenance?.origins.find((one) => one.fact === fact);
    const anchor = origin?.anchor ?? null;
    const link = origin === undefined ? {} : linkTo(provenance?.page.url, anchor);
    const place = { fact, line: origin?.line ?? null, anchor, ...link };
    return origin?.text === undefined ? place : { ...place, quote: origin.text };
  });
}

function linkTo(url: string | undefined, anchor: string | null): { readonly url?: string } {
  if (url === undefined) return {};
  return { url: anchor === null ? url : `${url}#${encodeURIComponent(anchor)}` };
}
