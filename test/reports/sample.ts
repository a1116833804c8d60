import { certifiedOf } from '../../engine/conclusion/certified.ts';
import { extendVolume } from '../../suites/extend-volume/operation.ts';
import type { AcceptanceMap } from '../../verdicts/acceptance-map.ts';
import type { Result, Row } from '../../verdicts/result.ts';
import type { Counterexample, Verdict } from '../../verdicts/verdict.ts';
import { requirement, requirementIds, untested } from '../suites/register.ts';

/** Results to report on, made by hand; statements stand with their placeholders, for no contract is at hand. */

export const counterexample: Counterexample = {
  case: {
    path: { project_id: '0f3b', volume_id: 'vol-7' },
    body: '{"os-extend": {"new_size": 32769}}',
    volume: { size: 40, status: 'in-use', multiattach: false },
    servers: ['ACTIVE'],
    history: [10, 20],
  },
  request: {
    method: 'POST',
    url: 'https://evs.example.com/v2/0f3b/cloudvolumes/vol-7/action',
    headers: { 'content-type': 'application/json', 'x-auth-token': '$EVS_TOKEN' },
    body: '{"os-extend": {"new_size": 32769}}',
  },
  response: {
    status: 200,
    headers: { 'content-type': 'application/json', 'x-request-id': '5f3c' },
    body: '{"job_id":"8a7b"}',
  },
  beside: [
    {
      request: {
        method: 'POST',
        url: 'https://evs.example.com/v2/0f3b/cloudvolumes/vol-7/action',
        headers: {},
        body: '{"os-extend": {"new_size": 50}}',
      },
      response: null,
    },
  ],
  complaint: 'answered 200 to new_size 32769, expected a refusal',
  diagnosis: 'the maximum looks inclusive of 32769',
  observations: ['before: 40 GB, in-use', 'after 0.3 s: 32769 GB, in-use'],
  curl: `curl -X POST https://evs.example.com/v2/0f3b/cloudvolumes/vol-7/action -H 'X-Auth-Token: '"$EVS_TOKEN" --data-binary '{"os-extend": {"new_size": 32769}}'`,
  seed: 42,
  path: '0:1',
};

export const passed: Verdict = { kind: 'pass', runs: 100, evidence: 'observed' };
export const failed: Verdict = { kind: 'fail', runs: 17, evidence: 'observed', foundAfter: 3, counterexample };
export const open: Verdict = { kind: 'inconclusive', runs: 3, reason: 'blocked by operation.route' };
export const broken = {
  kind: 'broken',
  runs: 1,
  reason: 'the judge threw: TypeError: x is undefined',
} as const satisfies Verdict;

/** All rows of a report, passing but for the given ones. */
export function rows(verdicts: Readonly<Record<string, Verdict>> = {}, other: Verdict = passed): readonly Row[] {
  const tested = requirementIds.map((id, index): Row => {
    const { level, statement, facts } = requirement(id);
    const clauses = facts.map((fact) => ({ fact, line: 70 + index, anchor: `p${1000 + index}` }));
    return { id, level, statement, clauses, verdict: verdicts[id] ?? other, notes: [] };
  });
  const rest = Object.entries(untested).map(([id, { statement, facts, reason }]): Row => {
    const clauses = facts.map((fact) => ({ fact, line: null, anchor: null }));
    const verdict: Verdict = { kind: 'not-applicable', reason: `untested: ${reason}` };
    return { id, level: 'none', statement, clauses, verdict, notes: [] };
  });
  return [...tested, ...rest];
}

const size = (
  landmark: 'current' | 'maximum',
  offset: string,
  expected: 'accept' | 'refuse' | 'open',
  accepted: number,
  refused: number,
) => ({ landmark, offset, expected, accepted, refused });

const state = (
  status: string,
  multiattach: boolean,
  servers: readonly string[],
  expected: 'accept' | 'refuse' | 'open',
  [accepted, refused]: readonly [number, number],
) => ({ status, multiattach, servers, expected, accepted, refused });

/** Where a right server accepts and refuses. */
export const acceptanceMap: AcceptanceMap = {
  sizes: [
    size('current', '≤-3', 'refuse', 0, 34),
    size('current', '-1', 'refuse', 0, 6),
    size('current', '0', 'refuse', 0, 7),
    size('current', '+0.5', 'refuse', 0, 14),
    size('current', '+1', 'accept', 6, 0),
    size('current', '≥+3', 'accept', 31, 0),
    size('current', '≥+3.x', 'accept', 12, 0),
    size('maximum', '-1', 'accept', 2, 0),
    size('maximum', '0', 'accept', 2, 0),
    size('maximum', '+0.9', 'open', 0, 2),
    size('maximum', '+1', 'refuse', 0, 7),
    size('maximum', '≥+3', 'refuse', 0, 128),
  ],
  states: [
    state('available', false, [], 'accept', [57, 0]),
    state('available', true, [], 'accept', [16, 0]),
    state('error', false, [], 'open', [0, 4]),
    state('extending', false, [], 'open', [1, 1]),
    state('in-use', false, ['ACTIVE'], 'accept', [27, 0]),
    state('in-use', false, ['BUILD'], 'refuse', [0, 2]),
    state('in-use', false, ['ERROR'], 'refuse', [0, 6]),
    state('in-use', false, ['PAUSED'], 'accept', [11, 0]),
    state('in-use', false, ['ACTIVE', 'ERROR'], 'refuse', [0, 9]),
    state('in-use', true, ['ACTIVE'], 'refuse', [0, 7]),
    state('in-use', true, ['PAUSED'], 'refuse', [0, 3]),
  ],
  statesLeftOut: 0,
  interactions: { pairs: { reached: 912, of: 912 }, triples: { reached: 1013, of: 1257 }, missing: [] },
};

/** A server that takes a maximum too many, and asks only the first of the servers. */
const astray: AcceptanceMap = {
  sizes: acceptanceMap.sizes.map((one) =>
    one.landmark === 'maximum' && one.offset === '+1'
      ? { ...one, accepted: 2, refused: 5, fails: ['size.over-maximum'] }
      : one.offset === '+1'
        ? { ...one, refused: 1 }
        : one,
  ),
  states: acceptanceMap.states.map((one) =>
    one.servers.length > 1
      ? { ...one, accepted: 3, refused: 6, fails: ['state.server-status'] }
      : one.multiattach && one.servers.length === 0
        ? { ...one, refused: 1 }
        : one,
  ),
  statesLeftOut: 3,
  interactions: {
    pairs: { reached: 801, of: 912 },
    triples: { reached: 502, of: 1257 },
    missing: ['state: in-use, several servers', 'tail: .5 × form: e-n'],
  },
};

const nothing: AcceptanceMap = { sizes: [], states: [], statesLeftOut: 0 };

export function result(changes: Partial<Result> = {}): Result {
  return {
    operation: certifiedOf(extendVolume),
    suite: { name: 'evs-conformance', version: '0.1.0', matrix: 'c'.repeat(64) },
    contract: { id: 'extend-volume', sha256: '0123456789abcdef'.repeat(4), unparsed: 0 },
    target: { url: 'https://evs.example.com', project: '0f3b', reference: false },
    seed: 42,
    challenge: null,
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 12_345,
    processorMs: 1_234,
    interrupted: false,
    partial: false,
    rows: rows(),
    survey: acceptanceMap,
    budget: { runs: 20, extensions: 12, maxGb: null, maxVolumes: null, maxRequests: null, maxTime: null },
    smoke: false,
    stopped: null,
    passing: { serverErrors: 0, refusals: 0 },
    ledger: { requests: 1204, volumesCreated: 56, volumesReturned: 56, left: [] },
    ...changes,
  };
}

/** One result for each thing a report has to be able to say. */
export const samples = {
  conformant: result(),
  'non-conformant': result({
    rows: rows({
      'size.over-maximum': failed,
      'job.truthful': failed,
      'job.vocabulary': failed,
      'size.maximum': { kind: 'inconclusive', runs: 0, reason: 'judged up to 1000 GB (--max-gb)' },
      'auth.required': { kind: 'not-applicable', reason: 'the target uses no tokens' },
    }).map((row) => (row.id === 'size.over-maximum' ? { ...row, notes: ['extra set-up BUILD not to be had'] } : row)),
    survey: astray,
    ledger: {
      requests: 900,
      volumesCreated: 20,
      volumesReturned: 19,
      left: [{ volume: 'vol-9', reason: 'teardown answered 500' }],
    },
  }),
  incomplete: result({
    seed: 1_187_898_050,
    challenge: 'certifier 2026-07, "a" & <b>',
    survey: nothing,
    rows: rows({ 'operation.route': { ...open, reason: 'no volume was available' } }, open),
  }),
  interrupted: result({ interrupted: true, rows: rows({ 'auth.project': { ...open, reason: 'interrupted' } }) }),
  broken: result({ rows: rows({ 'body.malformed': broken }), contract: { ...result().contract, unparsed: 2 } }),
} as const satisfies Record<string, Result>;
