import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { outstandingIn } from '../../main/report-folder/ledger.ts';
import { editJson } from '../evidence/transcript/edits.ts';
import { startBackend, token } from '../suites/bench.ts';
import { httpServer } from '../wire/servers.ts';
import { run } from './fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'evs-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));
const short = ['--runs', '4', '--extensions', '2', '--seed', '5'];
const reports = {
  maximum: join(folder, 'maximum'),
  envelope: join(folder, 'envelope'),
  right: join(folder, 'right'),
  altered: join(folder, 'altered'),
};

beforeAll(async () => {
  await run(['run', '--fault', 'maximum-off-by-one', '--report', reports.maximum, ...short]);
  await run(['run', '--fault', 'error-flat', '--report', reports.envelope, ...short]);
  await run(['run', '--report', reports.right, ...short]);
  cpSync(reports.maximum, reports.altered, { recursive: true });
  editJson((report) => report.requirements.pop())(reports.altered);
});

const replay = (report: string, ...flags: readonly string[]) => run(['replay', report, ...flags]);

describe('a counterexample that is sent again', () => {
  test('still shows on the service that it accuses', async () => {
    expect(await replay(reports.maximum, '--fault', 'maximum-off-by-one')).toEqual({
      code: 1,
      err: '',
      out: [
        'the report is of the reference backend, and the replay is sent there too: the reference backend with the fault maximum-off-by-one',
        'size.over-maximum: still shows',
        '  answered 200 to new_size 32769 on an available volume of 10 GB, expected a refusal',
        '1 sent again: 1 still show, 0 do not, 0 cannot be told',
        '',
      ].join('\n'),
    });
  });

  test('still shows where the answers to another check are what is wrong', async () => {
    const { code, out } = await replay(reports.envelope, '--fault', 'error-flat');
    expect(code).toBe(1);
    expect(out).toMatch(/\nresponse\.error-envelope: still shows\n {2}answered 400 with another body/);
  });

  test.each(['maximum', 'envelope'] as const)(
    'no longer shows on one that does as the page says: %s',
    async (which) => {
      const { code, out } = await replay(reports[which]);
      expect(code).toBe(0);
      expect(out).toMatch(/: no longer shows\n1 sent again: 0 still show, 1 do not, 0 cannot be told\n$/);
    },
  );

  test('is one of those that --only names', async () => {
    expect((await replay(reports.maximum, '--only', 'size.over-maximum')).code).toBe(0);
    const { code, err } = await replay(reports.maximum, '--only', 'size.maximum');
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('size.maximum did not fail in') });
    expect(err).toContain('these did: size.over-maximum');
  });

  test('is not there where nothing failed', async () => {
    expect(await replay(reports.right)).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing to send again'),
    });
  });

  test('has its ledger in the folder of the report, or in that of --report, and nowhere else', async () => {
    const ours = resolve('conformance-report');
    const before = existsSync(ours) && statSync(ours).mtimeMs;
    const copy = join(folder, 'copy');
    cpSync(reports.maximum, copy, { recursive: true });
    const other = join(folder, 'ledger');
    const written = readFileSync(join(copy, 'ledger.ndjson'), 'utf8');
    expect((await replay(copy, '--report', other)).code).toBe(0);
    expect(readFileSync(join(copy, 'ledger.ndjson'), 'utf8')).toBe(written);
    expect(readdirSync(other)).toEqual([]);
    expect((await run(['replay', copy], { EVS_REPORT: other })).code).toBe(0);
    expect(readFileSync(join(copy, 'ledger.ndjson'), 'utf8').length).toBeGreaterThan(written.length);
    expect(readdirSync(other)).toEqual([]);
    expect(existsSync(ours) && statSync(ours).mtimeMs).toBe(before);
  });

  test('tells of a volume that it left behind, and where it is listed', async () => {
    const backend = await startBackend({ fault: 'maximum-off-by-one' });
    onTestFinished(() => backend.close());
    const { url: states, arrived } = await httpServer(async (_, response) => {
      const body = arrived.at(-1)?.body ?? '';
      if (body.includes('"teardown"')) return response.writeHead(409).end();
      const made = await fetch(backend.statesUrl, { method: 'POST', body });
      return response.writeHead(made.status).end(await made.text());
    });
    const at = ['--target', backend.url, '--project', 'a'.repeat(32), '--states', states, '--token', token];
    const other = join(folder, 'left');
    const { code, err } = await replay(reports.maximum, '--report', other, ...at);
    expect(code).toBe(1);
    expect(err).toMatch(
      /2 left behind, listed in .*left\/ledger\.ndjson: evs-conformance sweep --report .*left returns/,
    );
    expect(outstandingIn(other).volumes).toHaveLength(2);
  });

  test('is not sent where the report does not follow from its transcript', async () => {
    const { code, out, err } = await replay(reports.altered);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/nothing was sent, because .* does not follow from its transcript \(report\.json, /);
  });

  test('is not told without contact', async () => {
    const { code, err } = await replay(reports.maximum, '--target', 'http://127.0.0.1:1', '--project', 'p');
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('no contact with http://127.0.0.1:1') });
  });
});
