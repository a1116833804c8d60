import type { Result, Row } from './result.ts';

/** An earlier run, as far as a trend needs it. */
export interface EarlierRun {
  readonly contract: string;
  /** URL and project. */
  readonly target: Pick<Result['target'], 'url' | 'project'>;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly rows: readonly { readonly id: string; readonly verdict: Row['verdict']['kind'] }[];
}

/** Since when a row fails. */
export interface Trend {
  /** When the first run of the unbroken row of failures began, ISO 8601; this run is one of them. */
  readonly first: string;
  /** How many runs in a row it failed in, this one included. */
  readonly runs: number;
  /** When the last run before them in which it passed began; null: no earlier report has it passing. */
  readonly passed: string | null;
}

/** Trends by id: of each row that fails, where there are earlier reports of the same contract and target. */
export type FailingSince = ReadonlyMap<string, Trend>;

/** Since when the failing rows of a run fail. Runs in which a row was not judged neither end its failures nor count. */
export function failingSince(result: Result, history: readonly EarlierRun[]): FailingSince {
  const { contract, target, startedAt } = result;
  const earlier = history
    .filter(
      (run) =>
        run.contract === contract.id &&
        run.target.url === target.url &&
        run.target.project === target.project &&
        run.startedAt < startedAt,
    )
    .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
  const failing = result.rows.filter(({ verdict }) => verdict.kind === 'fail');
  if (earlier.length === 0) return new Map();
  return new Map(failing.map(({ id }) => [id, trendOf(id, startedAt, earlier)]));
}

function trendOf(id: string, startedAt: string, earlier: readonly EarlierRun[]): Trend {
  const judged = earlier.flatMap((run) => {
    const verdict = run.rows.find((row) => row.id === id)?.verdict;
    return verdict === 'pass' || verdict === 'fail' ? [{ verdict, startedAt: run.startedAt }] : [];
  });
  const end = judged.findIndex(({ verdict }) => verdict === 'pass');
  const failures = end < 0 ? judged : judged.slice(0, end);
  const passed = end < 0 ? null : (judged[end]?.startedAt ?? null);
  return { first: failures.at(-1)?.startedAt ?? startedAt, runs: failures.length + 1, passed };
}
