import { exitCodes } from './fold.ts';
import type { Class, Result, Summary } from './result.ts';

/** What a report of one run comes to, as an index lists it. */
export interface Digest {
  readonly verdict: Class;
  readonly headline: string;
  readonly contract: { readonly id: string; readonly sha256: string };
  readonly target: Result['target'];
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly summary: Summary;
  /** The MUSTs that fail. */
  readonly failing: readonly string[];
}

/**
 * What became of one of many runs. `elsewhere`: it belongs to another shard. `not-run`: it had its turn coming, and the
 * run ended before, or nothing that was asked for was its. `could-not-run`: it had its turn, and there is no report.
 */
export type EntryOutcome =
  | { readonly outcome: 'reported'; readonly exit: number; readonly reason: null; readonly report: Digest }
  | { readonly outcome: 'could-not-run'; readonly exit: 3; readonly reason: string; readonly report: null }
  | { readonly outcome: 'not-run' | 'elsewhere'; readonly exit: null; readonly reason: string; readonly report: null };

export type CampaignEntry = EntryOutcome & {
  /** Its name in the matrix file, or the contract's id; also its folder beside the index. */
  readonly name: string;
  /** sha256 of the config file that it names; null: it names none. */
  readonly config: string | null;
  readonly seed: number;
};

/** The runs of one matrix file, of a shard of it, or of several contracts: what `index.json` says. */
export interface CampaignIndex {
  readonly suite: { readonly name: 'evs-conformance'; readonly version: string };
  /** null: a run of several contracts, which were named one by one. */
  readonly matrixFile: { readonly sha256: string } | null;
  readonly seed: number;
  /** null: every entry had its turn. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  readonly verdict: Class;
  /** What the command exits with. */
  readonly exit: number;
  readonly headline: string;
  readonly entries: readonly CampaignEntry[];
}

/**
 * The order of the classes in one run holds for many as well: a MUST that fails has been shown, whatever could not be run
 * beside it; what could not be run comes before what was left open, for it has to be repaired first.
 */
export const precedence = ['non-conformant', 'broken', 'incomplete', 'conformant'] as const satisfies readonly Class[];

/** What one entry counts as. One without a report is never conformant. */
export function classOf(entry: EntryOutcome): Class {
  if (entry.outcome === 'reported') return entry.report.verdict;
  return entry.outcome === 'could-not-run' ? 'broken' : 'incomplete';
}

/** The class of many runs: the first by precedence; entries of other shards are open, so that a shard certifies nothing. */
export function classifyCampaign(entries: readonly EntryOutcome[]): Class {
  return precedence.find((one) => entries.some((entry) => classOf(entry) === one)) ?? 'incomplete';
}

/**
 * The exit code of many runs, by the same precedence: 1 before 3 before 2 before 0. Entries of other shards do not count:
 * each shard answers for its own, and what is missing shows where they are merged.
 */
export function exitOfCampaign(entries: readonly EntryOutcome[]): number {
  const exits = entries.flatMap((entry) => (entry.outcome === 'elsewhere' ? [] : [entry.exit ?? exitCodes.incomplete]));
  return precedence.map((one) => exitCodes[one]).find((exit) => exits.includes(exit)) ?? exitCodes.incomplete;
}

/** As many names as fit a line; the index lists them all. */
const named = 5;

/** Many runs in one line: `non-conformant: 4 entries, 2 conformant, 1 non-conformant (eu-1), 1 not run (us-2)`. */
export function campaignHeadline({
  matrixFile,
  shard,
  entries,
}: Pick<CampaignIndex, 'matrixFile' | 'shard' | 'entries'>): string {
  const groups = [
    ...precedence.toReversed().map((verdict) => [verdict, ofClass(entries, verdict)] as const),
    ['could not run', entries.filter(({ outcome }) => outcome === 'could-not-run')] as const,
    ['not run', entries.filter(({ outcome }) => outcome === 'not-run')] as const,
    ['in other shards', entries.filter(({ outcome }) => outcome === 'elsewhere')] as const,
    // they are counted above: whoever takes them for services of somebody is told here
    ['on the reference backend', entries.filter(({ report }) => report?.target.reference)] as const,
  ];
  const parts = groups.flatMap(([what, found]) => {
    if (found.length === 0) return [];
    const names = what === 'conformant' || what === 'in other shards' ? '' : ` (${list(found)})`;
    return [`${found.length} ${what}${names}`];
  });
  const part = shard === null ? '' : ` (shard ${shard.index}/${shard.of})`;
  const [one, many] = matrixFile === null ? ['contract', 'contracts'] : ['entry', 'entries'];
  const count = `${entries.length} ${entries.length === 1 ? one : many}`;
  return `${classifyCampaign(entries)}${part}: ${[count, ...parts].join(', ')}`;
}

const ofClass = (entries: readonly CampaignEntry[], verdict: Class): readonly CampaignEntry[] =>
  entries.filter((entry) => entry.report?.verdict === verdict);

function list(entries: readonly CampaignEntry[]): string {
  const names = entries.map(({ name }) => name);
  return names.length > named
    ? `${names.slice(0, named).join(', ')}, and ${names.length - named} more`
    : names.join(', ');
}
