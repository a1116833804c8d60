import type { Contract } from '../contract.ts';

/** The operations of one path, by method. */
export interface PathOperations {
  /** The template of the first contract. */
  readonly path: string;
  readonly methods: readonly { readonly method: string; readonly parts: Parts }[];
}

/** The contracts of one method and path, by id; the key of the body distinguishes them. */
export type Parts = readonly [Contract, ...Contract[]];

/**
 * The contracts by path, and by method within it. Templates that differ only in the names of their parameters are one
 * path, because OpenAPI forbids two of them.
 */
export function operationsByPath(contracts: readonly Contract[]): readonly PathOperations[] {
  const ordered = contracts.toSorted(
    (one, two) => compare(one.operation.path, two.operation.path) || compare(one.id, two.id),
  );
  return [...grouped(ordered, ({ operation }) => operation.path.replace(/\{[^}]*\}/g, '{}')).values()].map(
    (ofPath) => ({
      path: ofPath[0].operation.path,
      methods: [...grouped(ofPath, ({ operation }) => operation.method)].map(([method, parts]) => ({ method, parts })),
    }),
  );
}

/** The name of a contract among others of its method and path: the key of its body, otherwise its id. */
export function partName({ id, operation }: Contract): string {
  return operation.action ?? id;
}

/** The parameter names of a path template, in order. */
export function parameterNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
}

function grouped(contracts: readonly Contract[], keyOf: (contract: Contract) => string): Map<string, Parts> {
  const groups = new Map<string, Parts>();
  for (const contract of contracts) {
    const key = keyOf(contract);
    const before = groups.get(key);
    groups.set(key, before === undefined ? [contract] : [...before, contract]);
  }
  return groups;
}

function compare(one: string, two: string): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}
