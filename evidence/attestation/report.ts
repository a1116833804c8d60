import { parsed } from './envelope.ts';

/** The part of `report.json` that an attestation contains. */
export interface ReportRead {
  readonly suite: { readonly name: string; readonly version: string; readonly matrix: string | null };
  readonly contract: { readonly id: string; readonly sha256: string };
  readonly target: { readonly url: string; readonly project: string | null; readonly reference: boolean };
  readonly seed: number;
  readonly budget: Readonly<Record<string, number | null>>;
  readonly challenge: string | null;
  readonly startedAt: string;
  readonly verdict: string;
  readonly requirements: readonly { readonly id: string; readonly level: string; readonly verdict: string }[];
}

/** The report in a text; undefined if a part that the attestation needs is missing. */
export function asReport(text: string): ReportRead | undefined {
  const found = (parsed(text) ?? undefined) as Partial<ReportRead> | undefined;
  const { suite, contract, target, seed, budget, challenge, startedAt, verdict, requirements } = found ?? {};
  const isOne =
    texts(suite?.name, suite?.version, contract?.id, contract?.sha256, startedAt, verdict) &&
    (suite?.matrix === null || texts(suite?.matrix)) &&
    texts(target?.url) &&
    (target?.project === null || texts(target?.project)) &&
    typeof target?.reference === 'boolean' &&
    typeof seed === 'number' &&
    isBudget(budget) &&
    (challenge === null || texts(challenge)) &&
    Array.isArray(requirements) &&
    requirements.every((row: Record<string, unknown> | null) => texts(row?.id, row?.level, row?.verdict));
  return isOne ? (found as ReportRead) : undefined;
}

const isBudget = (budget: unknown): boolean =>
  typeof budget === 'object' &&
  budget !== null &&
  Object.values(budget).every((most) => most === null || typeof most === 'number');

const texts = (...values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');
