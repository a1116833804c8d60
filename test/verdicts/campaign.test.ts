import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CampaignEntry,
  campaignHeadline,
  classifyCampaign,
  classOf,
  type Digest,
  exitOfCampaign,
} from '../../verdicts/campaign.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import type { Class } from '../../verdicts/result.ts';

const matrixFile = { sha256: 'a'.repeat(64) };
const classes = ['conformant', 'non-conformant', 'incomplete', 'broken'] as const satisfies readonly Class[];

function reported(verdict: Class, name = 'a'): CampaignEntry {
  const summary = { pass: 1, fail: 0, inconclusive: 0, 'not-applicable': 0, broken: 0 };
  const report: Digest = {
    verdict,
    headline: verdict,
    contract: { id: 'c', sha256: 'a'.repeat(64) },
    target: { url: 'http://x', project: 'p', reference: false },
    startedAt: '2026-01-01T00:00:00Z',
    durationMs: 1,
    summary,
    failing: [],
  };
  return { name, config: null, seed: 1, outcome: 'reported', exit: exitCodes[verdict], reason: null, report };
}

const without = (outcome: 'could-not-run' | 'not-run' | 'elsewhere', name = 'a'): CampaignEntry => {
  const head = { name, config: null, seed: 1, reason: 'because', report: null };
  return outcome === 'could-not-run' ? { ...head, outcome, exit: 3 } : { ...head, outcome, exit: null };
};

const entry = fc.oneof(
  fc.constantFrom(...classes).map((verdict) => reported(verdict)),
  fc.constantFrom('could-not-run', 'not-run', 'elsewhere').map((outcome) => without(outcome)),
);

describe('many runs', () => {
  test.each([
    [['conformant', 'conformant'], 'conformant', 0],
    [['conformant', 'incomplete'], 'incomplete', 2],
    [['broken', 'incomplete'], 'broken', 3],
    [['broken', 'non-conformant', 'incomplete'], 'non-conformant', 1],
  ] as const)('%j is %s, exit code %d', (verdicts, verdict, exit) => {
    const entries = verdicts.map((one) => reported(one));
    expect([classifyCampaign(entries), exitOfCampaign(entries)]).toEqual([verdict, exit]);
  });

  test('an entry without a report is never conformant', () => {
    for (const outcome of ['could-not-run', 'not-run', 'elsewhere'] as const) {
      expect(classOf(without(outcome))).not.toBe('conformant');
      expect(classifyCampaign([reported('conformant'), without(outcome)])).not.toBe('conformant');
    }
  });

  test('are conformant where every one is, and exit with 0 nowhere else but in a shard', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (entries) => {
        const all = entries.every((one) => one.report?.verdict === 'conformant');
        expect(classifyCampaign(entries) === 'conformant').toBe(all);
        const own = entries.filter(({ outcome }) => outcome !== 'elsewhere');
        expect(exitOfCampaign(entries) === 0).toBe(own.length > 0 && own.every(({ exit }) => exit === 0));
      }),
    );
  });

  test('losing a report never makes them better, nor does their order count', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.nat(), (entries, at) => {
        const lost = entries.map((one, index) => (index === at % entries.length ? without('not-run') : one));
        if (classifyCampaign(entries) !== 'conformant') expect(classifyCampaign(lost)).not.toBe('conformant');
        expect(classifyCampaign(entries.toReversed())).toBe(classifyCampaign(entries));
        expect(exitOfCampaign(entries.toReversed())).toBe(exitOfCampaign(entries));
      }),
    );
  });

  test('of which some are on the reference backend name them', () => {
    const ours = reported('conformant', 'ours');
    const target = { url: 'http://127.0.0.1:1', project: 'p', reference: true };
    const entries = [reported('conformant'), { ...ours, report: { ...ours.report, target } } as CampaignEntry];
    expect(campaignHeadline({ matrixFile, shard: null, entries })).toBe(
      'conformant: 2 entries, 2 conformant, 1 on the reference backend (ours)',
    );
  });

  test('none at all are incomplete', () => {
    expect([classifyCampaign([]), exitOfCampaign([])]).toEqual(['incomplete', 2]);
  });

  test('have a headline with every number, and as many names as fit', () => {
    const names = ['b', 'c', 'd', 'e', 'f', 'g'].map((name) => reported('non-conformant', name));
    const entries = [reported('conformant'), ...names, without('not-run', 'h'), without('elsewhere', 'i')];
    expect(campaignHeadline({ matrixFile, shard: { index: 1, of: 2 }, entries })).toBe(
      'non-conformant (shard 1/2): 9 entries, 1 conformant, 6 non-conformant (b, c, d, e, f, and 1 more), 1 not run (h), 1 in other shards',
    );
  });

  test('without a matrix file are called by what they are: contracts', () => {
    const entries = [reported('conformant'), reported('incomplete', 'b')];
    expect(campaignHeadline({ matrixFile: null, shard: null, entries })).toBe(
      'incomplete: 2 contracts, 1 conformant, 1 incomplete (b)',
    );
  });
});
