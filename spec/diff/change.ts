import type { Clause } from '../contract.ts';
import type { FieldPlace } from '../fields.ts';
import type { ContractPart } from '../requirements/requirement.ts';

/** What a change means for verdicts; the first four change none. Each with what belongs to it. */
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

/** Whether a verdict can be another one after a change of this class. */
export function canChangeVerdict({ class: kind }: { readonly class: ChangeClass }): boolean {
  return kind === 'loosening' || kind === 'tightening' || kind === 'breaking';
}

/** One difference of two contracts, in words. */
export interface ContractChange {
  readonly class: ChangeClass;
  /** What of the contract it is about, e.g. `request /os-extend/new_size`. */
  readonly where: string;
  /** What was and what is, e.g. `maximum 32768 → 1024`. */
  readonly what: string;
  /** Ids of the requirements whose verdict can change, in the order of the register. */
  readonly requirements: readonly string[];
}

/** A clause, and the keyword of the case schema that it stands for. */
export interface PlacedClause extends Clause {
  /** `rule`: of the case as a whole, such as a precondition. */
  readonly place: 'path' | 'query' | 'request' | 'fixtures' | 'rule';
  /** As of a field: `/os-extend/new_size`. */
  readonly pointer: string;
  readonly keyword: string;
}

/** A difference before it is known whose verdict it is. */
export interface FoundChange extends Omit<ContractChange, 'requirements'> {
  /** Facts of the page that state it. */
  readonly facts: readonly string[];
  /** Parts of the contract, beside clauses, that it changes. */
  readonly parts: readonly ContractPart[];
  /** Whether it is a clause that it changes. */
  readonly touches: (clause: PlacedClause) => boolean;
  /** How far it reaches; by default requirements of its clauses, parts and facts. */
  readonly reach?: 'every-row' | 'untested-rows';
}

/** A difference that no clause, part or fact stands for, unless `more` says so. */
export function change(
  kind: ChangeClass,
  where: string,
  what: string,
  more: Partial<Omit<FoundChange, keyof ContractChange>> = {},
): FoundChange {
  return { class: kind, where, what, facts: [], parts: [], touches: () => false, ...more };
}

/** The class of something that comes or goes or changes, where having it asks for more. */
export function demanded(before: unknown, after: unknown): ChangeClass {
  if (before === undefined || before === null) return 'tightening';
  return after === undefined || after === null ? 'loosening' : 'breaking';
}

/** Where a field stands, for people. */
export function placeInWords(place: FieldPlace, pointer: string): string {
  return `${place === 'success' ? 'answer' : place === 'error' ? 'refusal' : place} ${pointer}`;
}

/** A value of a contract in a line; `none` where there is none. */
export function told(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
