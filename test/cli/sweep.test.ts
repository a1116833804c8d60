import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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

  test('leaves what another source lent, or another target, and says what to do', async () => {
    const { sweep, ledger } = await withLedger(
      (url) => obtained('inventory', url),
      () => obtained('evs', 'http://elsewhere', 'v2'),
    );
    const before = readFileSync(ledger, 'utf8');
    const { code, out } = await sweep();
    expect(code).toBe(2);
    expect(out).toMatch(/left {8}v1: it was obtained by the inventory source: sweep with the settings of that run/);
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
      () => '{"event":"obt',
    );
    const { code, out } = await sweep();
    expect(code).toBe(2);
    expect(out).toContain('left        a volume of an unknown id: no answer');
    expect(out).toContain('left        line 2 of the ledger: it cannot be read');
  });

  test('without settings closes what ended with the reference backend, and nothing else', async () => {
    const { folder, ledger } = await withLedger(
      () => obtained('reference', 'http://127.0.0.1:1'),
      (url) => obtained('evs', url, 'v2'),
    );
    const { code, out } = await run(['sweep', '--report', join(folder, 'report')]);
    expect(code).toBe(2);
    expect(out).toContain('not there   v1: the reference backend has ended with its run');
    expect(out).toMatch(/left {8}v2: .*--config/);
    expect(readFileSync(ledger, 'utf8')).toMatch(/"returned".*v1/);
  });

  test('without a ledger has nothing to do; without the folder it was given the wrong one', async () => {
    const { folder } = await scene(evs);
    const empty = await run(['sweep', '--report', folder]);
    expect(empty).toMatchObject({ code: 0, out: expect.stringContaining('no volume was obtained') });
    const none = await run(['sweep', '--report', join(folder, 'none')]);
    expect(none).toMatchObject({
      code: 3,
      err: expect.stringContaining('--report names that of the run to sweep after'),
    });
    expect((await run(['sweep', 'now'])).code).toBe(3);
  });
});
