import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { BackendOptions } from '../../backend/backend.ts';
import type { FaultId } from '../../backend/faults/index.ts';
import { lockFolder } from '../../main/report-folder/lock.ts';
import type { Environment } from '../../wire/proxy.ts';
import { startBackend, token } from '../suites/bench.ts';
import { closedPort, httpServer } from '../wire/servers.ts';
import { run } from './fake-io.ts';

const project = 'a'.repeat(32);
const env = { EVS_TOKEN: token, NO_COLOR: '1' };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A backend, and the doctor at work on it. */
async function scene(options: BackendOptions = {}) {
  const backend = await startBackend(options);
  onTestFinished(() => backend.close());
  const report = join(newFolder(), 'report');
  const places = { target: backend.url, states: backend.statesUrl, project, report };
  const doctor = (changes: Partial<typeof places> = {}, more: readonly string[] = [], own: Environment = env) => {
    const flags = Object.entries({ ...places, ...changes }).flatMap(([name, value]) => [`--${name}`, value]);
    return run(['doctor', ...flags, ...more], own);
  };
  return { backend, report, doctor };
}

/** Name → mark of each line. */
const marksIn = (out: string) =>
  Object.fromEntries(
    [...out.matchAll(/^(\S+) +(\w+(?: look-up)?) {2,}\S/gm)].map(([, mark, name]) => [name, mark] as const),
  );

const well = {
  reach: '✓',
  credentials: '✓',
  volume: '✓',
  'volume look-up': '✓',
  acceptance: '✓',
  'job look-up': '✓',
  refusal: '✓',
  teardown: '✓',
};

describe('doctor', () => {
  test.each([
    ['extend-volume', 'extension', 'went from 10 to 20 GB'],
    ['delete-volume', 'deletion', 'is gone'],
  ])('of a set-up that works says so of each part and leaves nothing behind: %s', async (contract, request, effect) => {
    const { doctor, backend, report } = await scene();
    const { code, out, err } = await doctor({}, ['--contract', contract]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(marksIn(out)).toEqual(well);
    expect(out).toMatch(new RegExp(`^tries http://\\S+ with one volume, one accepted ${request} and a handful of`));
    expect(out).toContain(effect);
    expect(out).toMatch(/\nall is well: .* \(1 volume, \d+ requests\)\n$/);
    expect(backend.state.volumes.size).toBe(0);
    expect(existsSync(report)).toBe(false);
  });

  test('tries a volume that an inventory lends, and says so', async () => {
    const { backend, report } = await scene();
    const setup = {
      state: 'volume',
      action: 'setup',
      params: { size: 10, status: 'available', multiattach: false, servers: [] },
    };
    const made = await fetch(backend.statesUrl, { method: 'POST', body: JSON.stringify(setup) });
    const { project_id, volume_id } = (await made.json()) as { project_id: string; volume_id: string };
    const config = join(newFolder(), 'evs.json');
    const volumes = { kind: 'inventory', list: [{ id: volume_id, disk: 'data', maxGb: 100 }] };
    writeFileSync(config, JSON.stringify({ target: backend.url, project: project_id, report, volumes }));
    const { code, out } = await run(['doctor', '--config', config], env);
    expect(out).toMatch(/ teardown +the volume was lent, and is given back as it is now\n/);
    expect(code).toBe(0);
    expect((await run(['doctor', '--config', config, '--contract', 'delete-volume'], env)).err).toContain(
      'nothing was sent',
    );
  });

  test('of a command that declares even a plain volume impossible says what a run needs', async () => {
    const { backend, report } = await scene();
    const config = join(newFolder(), 'evs.json');
    const volumes = { kind: 'command', command: 'sh', args: ['-c', 'echo "no room" >&2; exit 2'] };
    writeFileSync(config, JSON.stringify({ target: backend.url, project, report, volumes }));
    const { code, out } = await run(['doctor', '--config', config], env);
    expect(out).toMatch(/\n✗ volume .* cannot: no room: a run needs at least one plain, available volume\n/);
    expect(code).toBe(3);
  });

  test('without a target tries the reference backend, with a fault too', async () => {
    const report = join(newFolder(), 'report');
    const { code, out } = await run(['doctor', '--report', report]);
    expect(code).toBe(0);
    expect(out).toMatch(/^tries the reference backend /);
    expect((await run(['doctor', '--report', report, '--fault', 'unknown-volume-200'])).code).toBe(1);
  });

  test('of a target that wants no credentials is content with none', async () => {
    const { doctor } = await scene({ tokens: {}, project });
    const { code, out } = await doctor({}, [], { NO_COLOR: '1' });
    expect(out).toMatch(/\n✓ credentials +none are sent, because the settings name none\n/);
    expect(code).toBe(0);
  });

  test('tries nothing that follows from a part that failed', async () => {
    const { doctor, backend } = await scene();
    const { code, out } = await doctor({ target: await closedPort() });
    expect(code).toBe(3);
    expect(out).toMatch(/\n✗ reach .* nothing listens there: is the service up, /);
    expect(out.match(/not tried\n/g)).toHaveLength(7);
    expect(out).toMatch(/\nthe set-up is at fault: .* \(0 volumes, 1 request\)\n$/);
    expect(backend.state.volumes.size).toBe(0);
  });

  test.each<[string, (place: Awaited<ReturnType<typeof scene>>) => ReturnType<typeof run>, RegExp]>([
    [
      'a redirection of everything',
      async ({ doctor, backend }) => {
        const moved = await httpServer(
          ({ url }, response) => void response.writeHead(308, { location: backend.url + url }).end(),
        );
        return doctor({ target: moved.url });
      },
      /✗ reach .* use --target http:/,
    ],
    [
      'a token that is not accepted',
      ({ doctor }) => doctor({}, [], { ...env, EVS_TOKEN: 'another' }),
      /✗ credentials +they are denied, 401 .*\$?EVS_TOKEN/,
    ],
    [
      'no token where one is wanted',
      ({ doctor }) => doctor({}, [], { NO_COLOR: '1' }),
      /✗ credentials +none are sent, which is denied, 401 .*: the target asks for credentials \(401\).*: set EVS_TOKEN, or name another kind with --auth\n- volume +not tried\n/,
    ],
    [
      'a hook that fails',
      async ({ doctor }) => {
        const hook = await httpServer((_, response) => void response.writeHead(500).end("KeyError: 'size'\n"));
        return doctor({ states: hook.url });
      },
      /✗ volume {2}.* answered 500 \("KeyError: 'size'"\) to a set-up: check --states/,
    ],
    [
      'a hook elsewhere',
      ({ doctor }) => closedPort().then((states) => doctor({ states })),
      /✗ volume {2}.* no answer.*check --states/,
    ],
    ['a hook of another project', ({ doctor }) => doctor({ project: 'c'.repeat(32) }), /✗ volume .* project/],
    [
      'a path that stands twice',
      ({ doctor, backend }) => doctor({ target: `${backend.url}/v2` }),
      /✗ volume look-up .* stands twice .* use --target http:/,
    ],
  ])('of %s says what to do: exit 3', async (_, ask, said) => {
    const place = await scene();
    const { code, out } = await ask(place);
    expect(out).toMatch(said);
    expect(code).toBe(3);
    expect(place.backend.state.volumes.size).toBe(0);
  });

  test.each<[FaultId, RegExp]>([
    ['success-without-effect', /✗ acceptance .* was not seen to grow/],
    ['unknown-volume-200', /✗ refusal .* accepted, 200: nothing is refused there/],
  ])('of a target that is wrong says so, and the set-up is not blamed: %s', async (fault, said) => {
    const { doctor, backend } = await scene({ fault });
    const config = join(newFolder(), 'evs.json');
    writeFileSync(config, JSON.stringify({ limits: { jobMs: 1000 } }));
    const { code, out } = await doctor({}, ['--config', config]);
    expect(out).toMatch(said);
    expect(code).toBe(1);
    expect(backend.state.volumes.size).toBe(0);
  });

  test('of what nobody can tell says so: exit 2', async () => {
    const { doctor } = await scene({ fault: 'unknown-volume-500' });
    const { code, out } = await doctor();
    expect(out).toMatch(/✗ refusal .* answered 500, a server error/);
    expect(code).toBe(2);
  });

  test('writes ASCII where a terminal shows nothing else', async () => {
    const { doctor } = await scene({ fault: 'unknown-volume-200' });
    const { out } = await doctor({}, [], { ...env, LANG: 'C' });
    expect(marksIn(out)).toMatchObject({ reach: 'ok', refusal: 'XX' });
  });

  test('keeps the report folder as it is, and does not come between a run', async () => {
    const { doctor, report } = await scene();
    mkdirSync(report);
    expect((await doctor()).code).toBe(0);
    expect(existsSync(report)).toBe(true);
    expect(existsSync(join(report, 'ledger.ndjson'))).toBe(false);
    const lock = lockFolder(report, 'a run against http://x');
    onTestFinished(() => lock.release());
    expect(await doctor()).toMatchObject({ code: 3, err: expect.stringContaining('in use by a run against http://x') });
  });

  test('shows no secret', async () => {
    const { doctor } = await scene();
    const { out, err } = await doctor({}, [], { ...env, EVS_TOKEN: 'a-secret-of-mine' });
    expect(out + err).not.toContain('a-secret-of-mine');
  });

  test('is about one contract, and takes no flags of a run', async () => {
    const { doctor } = await scene();
    expect((await doctor({}, ['--contract', 'extend-volume,delete-volume'])).err).toContain('doctor tries one');
    expect((await doctor({}, ['--runs', '3'])).code).toBe(3);
  });
});
