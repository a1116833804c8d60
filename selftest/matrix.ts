import { meetingFaults } from '../backend/faults/index.ts';
import { idsIn, registers } from '../spec/requirements.ts';
import type { VerdictKind } from '../verdicts/verdict.ts';
import type { BudgetEntry } from './budgets.ts';
import { faultsOf } from './judge.ts';
import type { Expects, TrialKind, TrialSubject } from './subject.ts';
import type { Trial } from './trial.ts';

/** The results of all trials, committed as `selftest/matrix.json`. */
export interface Matrix {
  readonly format: 1;
  readonly suite: { readonly name: string; readonly version: string };
  /** The contracts that were used. */
  readonly contracts: readonly { readonly id: string; readonly sha256: string }[];
  readonly extent: { readonly runs: number; readonly extensions: number; readonly seeds: readonly number[] };
  /** Results with smaller budgets, the smallest one first. */
  readonly budgets: readonly BudgetEntry[];
  readonly subjects: readonly TrialEntry[];
}

/** The suite's verdicts on one subject, over all seeds. */
export interface TrialEntry {
  readonly id: string;
  readonly kind: TrialKind;
  readonly operation: TrialSubject['operation'];
  /** Absent: the contract with the operation's id. */
  readonly contract?: string;
  readonly summary: string;
  readonly owner: string | null;
  readonly mayFail: readonly string[];
  readonly expects: Expects;
  readonly trials: number;
  /** Trials in which every verdict was right. */
  readonly right: number;
  /** Requirement → number of times for each verdict; those that always passed are left out. */
  readonly verdicts: Readonly<Record<string, Readonly<Partial<Record<VerdictKind, number>>>>>;
  /** For a fault: requests of the operation in the whole run until it was first seen, one number for each seed. */
  readonly foundAfter: readonly number[];
  /** The owner's counterexamples in words, each once; a single one if every seed shrinks to the same. */
  readonly smallest: readonly string[];
  /** The mistakes, with their seeds. */
  readonly wrong: readonly string[];
  /** Memory above a plain run's, in MB; measured for hostile servers only. */
  readonly extraMb: number | null;
}

/** The entry of one subject; with `extraMb` if it was measured. */
export function entryOf(subject: TrialSubject, trials: readonly Trial[], extraMb: number | null): TrialEntry {
  const { id, kind, operation, contract, summary, owner, mayFail, expects } = subject;
  const bySeed = [...trials].sort((one, other) => one.seed - other.seed);
  const judged = bySeed.map((trial) => ({ seed: trial.seed, faults: faultsOf(subject, trial) }));
  return {
    id,
    kind,
    operation,
    ...(contract === undefined ? {} : { contract }),
    summary,
    owner,
    mayFail,
    expects,
    trials: trials.length,
    right: judged.filter(({ faults }) => faults.length === 0).length,
    verdicts: verdictsOf(bySeed),
    foundAfter: kind === 'fault' ? bySeed.flatMap(({ foundAfter }) => foundAfter ?? []) : [],
    smallest: owner === null ? [] : [...new Set(bySeed.flatMap((trial) => smallestOf(trial, owner) ?? []))],
    wrong: judged.flatMap(({ seed, faults }) => faults.map((fault) => `seed ${seed}: ${fault}`)),
    extraMb,
  };
}

/** The counterexample of a requirement in words, without the parts that differ between two runs: ids and waits. */
export function smallestOf({ complaints }: Trial, owner: string): string | undefined {
  return (
    complaints[owner]
      ?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<="job_id":)\d+/g, 'ID')
      .replaceAll(/ for \d[\d.]* m?s\b/g, '')
      // a byte that is no UTF-8 cannot stand in a file
      .replaceAll(/\p{Surrogate}/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)
  );
}

function verdictsOf(trials: readonly Trial[]): TrialEntry['verdicts'] {
  const ids = Object.keys(trials[0]?.verdicts ?? {}).filter((id) => !id.startsWith('meta.'));
  const counted = ids.map((id) => {
    const counts: Partial<Record<VerdictKind, number>> = {};
    for (const { verdicts } of trials) {
      const kind = verdicts[id];
      if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return [id, counts] as const;
  });
  return Object.fromEntries(counted.filter(([, counts]) => counts.pass !== trials.length));
}

/** The matrix in its committed form: a line for each server. */
export function matrixText({ subjects, ...others }: Matrix): string {
  const lines = subjects.map((one) => JSON.stringify(one)).join(',\n');
  return `${JSON.stringify(others, null, 1).slice(0, -2)},\n "subjects": [\n${lines}\n ]\n}\n`;
}

/** The number of faults, and of those that each of their trials caught. */
interface FaultFigures {
  readonly total: number;
  readonly caught: number;
  readonly trials: number;
  readonly right: number;
}

/** The figures that readers of the matrix want. */
/** The number of requests of the operation within which half, and nine tenths, of some faults are seen. */
interface FoundAfter {
  readonly median: number;
  readonly p90: number;
}

export interface MatrixFigures {
  readonly faults: FaultFigures;
  /** By other contracts than the operation's: the same faults again, and each dialect in another's place. */
  readonly elsewhere: FaultFigures;
  readonly foundAfter: FoundAfter;
  /** The same without the faults that show only if two or three circumstances meet. */
  readonly plainFoundAfter: FoundAfter;
  readonly variants: { readonly total: number; readonly trials: number; readonly accusations: number };
  readonly degenerate: { readonly total: number; readonly trials: number; readonly wrong: number };
  readonly hostile: { readonly total: number; readonly survived: number; readonly mostMb: number | null };
  /** Share of cells (subject × requirement) whose verdict differs between seeds. */
  readonly flips: number;
}

/** Each fault counts once, however many seeds it was tried with. */
function foundAfterIn(faults: readonly TrialEntry[]): FoundAfter {
  const after = faults.filter(({ foundAfter }) => foundAfter.length > 0).map(({ foundAfter }) => at(foundAfter, 0.5));
  return { median: at(after, 0.5), p90: at(after, 0.9) };
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function figuresOf({ subjects }: Matrix): MatrixFigures {
  const of = (kind: TrialKind): readonly TrialEntry[] => subjects.filter((one) => one.kind === kind);
  const sum = (entries: readonly TrialEntry[], count: (entry: TrialEntry) => number): number =>
    entries.reduce((total, entry) => total + count(entry), 0);
  const [every, variants, degenerate, hostile] = [of('fault'), of('variant'), of('degenerate'), of('hostile')];
  const faults = every.filter(({ contract }) => contract === undefined);
  const elsewhere = every.filter(({ contract }) => contract !== undefined);
  const inFigures = (entries: readonly TrialEntry[]): FaultFigures => ({
    total: entries.length,
    caught: entries.filter((entry) => entry.right === entry.trials).length,
    trials: sum(entries, (entry) => entry.trials),
    right: sum(entries, (entry) => entry.right),
  });
  const repeated = subjects.filter(({ trials }) => trials > 1);
  const cells = repeated.flatMap((entry) => Object.values(entry.verdicts));
  const megabytes = hostile.flatMap((entry) => entry.extraMb ?? []);
  const all = sum(repeated, ({ operation }) => idsIn(registers[operation]).length);
  return {
    faults: inFigures(faults),
    elsewhere: inFigures(elsewhere),
    foundAfter: foundAfterIn(faults),
    plainFoundAfter: foundAfterIn(faults.filter(({ id }) => !meetingFaults.has(id))),
    variants: {
      total: variants.length,
      trials: sum(variants, (entry) => entry.trials),
      accusations: sum(variants, (entry) => entry.trials - entry.right),
    },
    degenerate: {
      total: degenerate.length,
      trials: sum(degenerate, (entry) => entry.trials),
      wrong: sum(degenerate, (entry) => entry.trials - entry.right),
    },
    hostile: {
      total: hostile.length,
      survived: hostile.filter((entry) => entry.right === entry.trials).length,
      mostMb: megabytes.length === 0 ? null : Math.max(...megabytes),
    },
    flips: all === 0 ? 0 : cells.filter((counts) => Object.keys(counts).length > 1).length / all,
  };
}
