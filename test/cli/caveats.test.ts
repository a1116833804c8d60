import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import { caveats, strangers } from '../../cli/caveats.ts';
import { noTokens } from '../../engine/plan.ts';
import { defaults } from '../../main/settings/settings.ts';
import type { Row } from '../../verdicts/result.ts';
import { result } from '../reports/sample.ts';
import { run } from './fake-io.ts';

const { runs, extensions } = defaults;
const usual = { ...result().budget, runs, extensions, maxGb: null };
const settled = result({
  target: { url: 'https://evs.example.com', project: 'p', reference: false },
  challenge: 'certifier.example 1',
  budget: usual,
});
const start = Date.parse(settled.startedAt);
const seen = (part: Partial<typeof settled>, dates: readonly number[] = [], servers: readonly string[] = []) =>
  caveats({ result: { ...settled, ...part }, dates, servers: new Set(servers) });

test('a run of the usual extent on a service at an address of its own leaves nothing to weigh', () => {
  const rows = settled.rows.filter(({ verdict }) => verdict.kind === 'pass' && verdict.evidence === 'observed');
  expect(rows.length).toBeGreaterThan(0);
  const left = { ...settled.ledger, left: [] };
  expect(seen({ rows, ledger: left }, [start + 1_000], ['nginx'])).toEqual([]);
});

test.each([
  [{ challenge: null }, /not challenged/],
  [
    { target: { url: 'http://127.0.0.1:8080', project: 'p', reference: false } },
    /address of the machine .*127\.0\.0\.1/,
  ],
  [{ target: { url: 'https://evs.example.com', project: 'p', reference: true } }, /reference backend/],
  [{ budget: { ...usual, maxGb: 300 } }, /above 300 GB/],
  [{ budget: { ...usual, runs: 30 } }, /30 of 100 runs/],
  [{ contract: { ...settled.contract, unparsed: 2 } }, /2 sentences of the page/],
  [{ ledger: { ...settled.ledger, left: [{ volume: 'v', reason: 'r' }] } }, /left behind: 1/],
])('%j is to be weighed', (part, said) => {
  expect(seen(part).join('\n')).toMatch(said);
});

test('a copy of the reference backend at another address is known by the name in its answers', async () => {
  const { headers } = await createBackend().app.request('/v2/p/cloudvolumes/v');
  expect(seen({}, [], ['nginx', headers.get('server') ?? '']).join('\n')).toMatch(/is the reference backend/);
});

test('requirements that a run without credentials does not try are named', () => {
  const [row, ...rows] = settled.rows;
  if (row === undefined) throw new Error('the sample has no row');
  const untried = { ...row, verdict: { kind: 'not-applicable', reason: noTokens } } as const;
  expect(seen({ rows: [untried, ...rows] })).toContain(`not tried, because the run had no credentials: ${named(row)}`);
});

const named = ({ id, level }: Row): string => (level === 'MUST' ? `${id} (MUST)` : id);

test('answers of another day than the run says to be of are named with both times', () => {
  const day = 86_400_000;
  expect(seen({}, [start, start + day])).toContainEqual(
    `the run says that it began at ${settled.startedAt}, and an answer of the target is dated ${new Date(start + day).toISOString()}`,
  );
});

test('what is no part of a report is named by verify, and a trend is as the run has told it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evs-caveats-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const report = join(folder, 'report');
  const few = ['--runs', '2', '--extensions', '1', '--only', 'size.over-maximum', '--fault', 'maximum-off-by-one'];
  await run(['run', ...few, '--history', folder, '--report', report, '--quiet']);
  expect(strangers(report)).toEqual([]);
  writeFileSync(join(report, 'certificate.html'), 'certified for all');
  const { code, out } = await run(['verify', report]);
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringContaining('- certificate.html is not part of it'),
  });
  expect(out).toContain('says since when rows fail');
  writeFileSync(join(report, 'trend.json'), '{"size.over-maximum":{"first":1}}');
  expect((await run(['verify', report])).code).toBe(3);
});
