import type { Clause } from '../contract.ts';
import type { FieldPlace } from '../fields.ts';
import type { ContractPart } from '../requirements/requirement.ts';

/** The effect of a change on verdicts; the first four have none. Each with the changes that belong to it. */
export const CHANGE_CLASSES = {
  none: 'ids, anchors, lines',
  vocabulary: 'words of types, names of sections and parameters',
  'wire-neutral': 'written in another way, but the same on the wire',
  metadata: 'deprecation, readings, samples, what was not understood',
  loosening: 'more requests are right, or less is asked of answers',
  tightening: 'fewer requests are right, or more is asked of answers',
  breaking: 'method, path, status, a required field that comes or goes, another type, default or pattern',
} as const satisfies Record<string, string>;

export type ChangeClass = keyof typeof CHANGE_CLASSES;

/** Whether a change of this class can change a verdict. */
export function canChangeVerdict({ class: kind }: { readonly class: ChangeClass }): boolean {
  return kind === 'loosening' || kind === 'tightening' || kind === 'breaking';
}

/** One difference between two contracts, in words. */
export interface ContractChange {
  readonly class: ChangeClass;
  /** The part of the contract, e.g. `request /os-extend/new_size`. */
  readonly where: string;
  /** The old and the new value, e.g. `maximum 32768 → 1024`. */
  readonly what: string;
  /** Ids of the requirements whose verdict can change, in the order of the register. */
  readonly requirements: readonly string[];
}

/** A clause, and the keyword of the case schema behind it. */
export interface PlacedClause extends Clause {
  /** `rule`: about the case as a whole, such as a precondition. */
  readonly place: 'path' | 'query' | 'request' | 'fixtures' | 'rule';
  /** Like a field's: `/os-extend/new_size`. */
  readonly pointer: string;
  readonly keyword: string;
}

/** A difference, before its requirements are known. */
export interface FoundChange extends Omit<ContractChange, 'requirements'> {
  /** Facts of the page about it. */
  readonly facts: readonly string[];
  /** Parts of the contract, besides clauses, that it changes. */
  readonly parts: readonly ContractPart[];
  /** Whether it changes a clause. */
  readonly touches: (clause: PlacedClause) => boolean;
  /** Its reach; by default the requirements of its clauses, parts and facts. */
  readonly reach?: 'every-row' | 'untested-rows';
}

/** A difference without a clause, part or fact, unless `more` names them. */
export function change(
  kind: ChangeClass,
  where: string,
  what: string,
  more: Partial<Omit<FoundChange, keyof ContractChange>> = {},
): FoundChange {
  return { class: kind, where, what, facts: [], parts: [], touches: () => false, ...more };
}

/** The class of a change of something that asks for more by its presence. */
export function demanded(before: unknown, after: unknown): ChangeClass {
  if (before === undefined || before === null) return 'tightening';
  return after === undefined || after === null ? 'loosening' : 'breaking';
}

/** The place of a field, in words. */
export function placeInWords(place: FieldPlace, pointer: string): string {
  return `${place === 'success' ? 'answer' : place === 'error' ? 'refusal' : place} ${pointer}`;
}

/** A value of a contract in a line; `none` if there is none. */
export function told(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
