import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockFolder } from '../../main/report-folder/lock.ts';
import { run } from './fake-io.ts';
import { evs, project, scene } from './sweep-scene.ts';

describe('sweep', () => {
  const obtained = (source: string, target: string, id = 'v1') =>
    `${JSON.stringify({ event: 'obtained', source, target, project_id: project, volume_id: id })}\n`;

  async function withLedger(...lines: readonly ((url: string) => string)[]) {
    const place = await scene(evs);
    mkdirSync(join(place.folder, 'report'));
    for (const line of lines) appendFileSync(place.ledger, line(place.backend.url));
    return place;
  }

  test('leaves what another provider lent, or another target, and says what to do', async () => {
    const { sweep, ledger } = await withLedger(
      (url) => obtained('inventory', url),
      () => obtained('evs', 'http://elsewhere', 'v2'),
    );
    const before = readFileSync(ledger, 'utf8');
    const { code, out } = await sweep();
    expect(code).toBe(2);
    expect(out).toMatch(/left {8}v1: it was obtained by the inventory provider: sweep with the settings of that run/);
    expect(out).toMatch(/left {8}v2: it was obtained for http:\/\/elsewhere/);
    expect(readFileSync(ledger, 'utf8')).toBe(before);
  });

  test('counts a volume that somebody else has deleted as given back', async () => {
    const { sweep } = await withLedger((url) => obtained('evs', url));
    expect(await sweep()).toMatchObject({ code: 0 });
  });

  test('names what nobody can find, and lines that cannot be read', async () => {
    const { sweep } = await withLedger(
      (url) => `${JSON.stringify({ event: 'unknown', source: 'evs', target: url, reason: 'no answer' })}\n`,
      () => '[]\n',
      () => '{"event":"obt',
    );
    const { code, out } = await sweep();
    expect(code).toBe(2);
    expect(out).toContain('left        a volume of an unknown id: no answer: there may be a volume of it');
    expect(out).toContain('left        line 2 of the ledger: it cannot be read');
    expect(out).toContain('line 3 of the ledger is cut off');
  });

  test('names a set-up that was under way: who was asked, when, for what, and what to look for', async () => {
    const wish = { size: 40, status: 'in-use', multiattach: true, servers: ['ACTIVE', 'PAUSED'] };
    const at = '2026-03-01T10:00:00.000Z';
    const asked = 'the state hook http://hook/states';
    const creating = { event: 'creating', source: 'hook', set_up: 'r-7', at, asked, wish };
    const { sweep, backend } = await withLedger((target) => `${JSON.stringify({ ...creating, target })}\n`);
    const { code, out } = await sweep();
    expect(code).toBe(2);
    expect(out).toContain(
      `left        set-up r-7: the run ended before an answer was written down; ${asked} was asked at ${at} for a volume of 40 GB, in-use, shared, attached to ACTIVE, PAUSED: look for one like it at ${backend.url}, made within minutes of that, which nobody uses`,
    );
  });

  test('without settings closes what ended with the reference backend, and nothing else', async () => {
    const { folder, ledger } = await withLedger(
      () => obtained('reference', 'http://127.0.0.1:1'),
      () => '{"event":"creating","source":"reference","set_up":"r-2"}\n',
      (url) => obtained('evs', url, 'v2'),
    );
    const { code, out } = await run(['sweep', '--report', join(folder, 'report')]);
    expect(code).toBe(2);
    expect(out).toContain('not there   v1: the reference backend has ended with its run');
    expect(out).toMatch(/left {8}v2: .*--config/);
    expect(out).toContain('not there   set-up r-2: the reference backend has ended with its run');
    expect(readFileSync(ledger, 'utf8')).toMatch(/"returned".*v1/);
    expect(readFileSync(ledger, 'utf8')).toMatch(/"not-created","set_up":"r-2"/);
  });

  test('of the folder of a matrix file says which folders to sweep', async () => {
    const { folder, ledger } = await withLedger((url) => obtained('evs', url));
    const { code, err } = await run(['sweep', '--report', folder]);
    expect(code).toBe(3);
    expect(err).toContain(`sweep them one by one with their settings, --report ${dirname(ledger)}`);
  });

  test('is refused while a run is under way, whose volumes it would take', async () => {
    const { folder, sweep, backend } = await withLedger((url) => obtained('evs', url));
    const lock = lockFolder(join(folder, 'report'), 'a run against http://x');
    const { code, err } = await sweep();
    expect(code).toBe(3);
    expect(err).toMatch(/in use by a run against http:\/\/x \(pid \d+/);
    lock.release();
    expect((await sweep()).code).toBe(0);
    expect(backend.state.volumes.size).toBe(0);
  });

  test('is what a run recommends that finds the ledger of one that died', async () => {
    const { folder } = await withLedger((url) => obtained('evs', url));
    const only = ['--only', 'size.over-maximum', '--runs', '2', '--extensions', '1', '--quiet'];
    const { code, err } = await run(['run', '--report', join(folder, 'report'), ...only]);
    expect(code).toBe(2);
    expect(err).toMatch(/^evs-conformance: an earlier run left 1 behind, listed in .*ledger\.ndjson: .* sweep/);
  });

  test('without a ledger has nothing to do; without the folder it was given the wrong one', async () => {
    const { folder } = await scene(evs);
    const empty = await run(['sweep', '--report', folder]);
    expect(empty).toMatchObject({ code: 0, out: expect.stringContaining('no volume was obtained') });
    const none = await run(['sweep', '--report', join(folder, 'none')]);
    expect(none).toMatchObject({
      code: 3,
      err: expect.stringContaining('name the folder of the run with --report'),
    });
    expect((await run(['sweep', 'now'])).code).toBe(3);
  });
});
