import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandProvider } from '../../../targets/providers/command.ts';
import type { Program } from '../../../targets/providers/program.ts';
import type { ProviderLimits, VolumeSpec } from '../../../targets/volume-source.ts';
import { withSetUps } from '../set-ups.ts';
import { shellProgram } from './programs.ts';

const spec: VolumeSpec = { size: 40, status: 'in-use', multiattach: false, servers: ['ACTIVE'] };
const volume = { project: 'p', id: 'v' };
const given = `echo '{"project_id":"p","volume_id":"v"}'`;
const limits = { setUp: { timeoutMs: 100_000 }, teardown: { timeoutMs: 100_000 } };
const hasty = { setUp: { timeoutMs: 100 }, teardown: { timeoutMs: 100 } };

const provider = (program: Program, within: ProviderLimits = limits) => withSetUps(commandProvider(program, within));
const obtain = (script: string, within = limits) => provider(shellProgram(script), within).obtain(spec);

describe('a command', () => {
  test('is told what a hook is, in one line, and answers as one does', async () => {
    const program = shellProgram(`cat > told; ${given}`);
    expect(await provider(program).obtain({ ...spec, tenant: 'other' })).toEqual({ kind: 'volume', volume });
    const told = readFileSync(join(program.cwd, 'told'), 'utf8');
    expect(told.indexOf('\n')).toBe(told.length - 1);
    expect(JSON.parse(told)).toEqual({ state: 'volume', action: 'setup', params: { ...spec, tenant: 'other' } });
  });

  test('may write the ids of a volume as whole numbers', async () => {
    expect(await obtain(`echo '{"project_id":7,"volume_id":42}'`)).toEqual({
      kind: 'volume',
      volume: { project: '7', id: '42' },
    });
    expect(await obtain(`echo '{"project_id":7,"volume_id":4.2}'`)).toMatchObject({ kind: 'failed' });
  });

  test('gets its arguments as they are, whatever a shell would make of them', async () => {
    const program = { ...shellProgram(`echo "$1" > told; ${given}`), args: ['$(touch hacked); `id` *'] };
    await provider(program).obtain(spec);
    expect(readFileSync(join(program.cwd, 'told'), 'utf8')).toBe('$(touch hacked); `id` *\n');
    expect(existsSync(join(program.cwd, 'hacked'))).toBe(false);
  });

  test('need not read what it is told, and may leave something behind that holds its pipes', async () => {
    expect(await obtain(`exec 0<&-; sleep 2 & ${given}`)).toEqual({ kind: 'volume', volume });
  });
});

describe('exit code 2 says that it cannot', () => {
  test.each([
    [`echo '{"reason":"cannot pause servers here"}'; exit 2`, 'cannot pause servers here'],
    ['echo "no PAUSED here" >&2; exit 2', 'no PAUSED here'],
    ['exit 2', 'it gives no reason'],
  ])('%s', async (script, reason) => {
    expect(await obtain(script)).toEqual({ kind: 'unavailable', reason: expect.stringMatching(`cannot: ${reason}$`) });
  });
});

describe('a command that fails says what it was', () => {
  test.each<[string, RegExp, unknown]>([
    ['echo out of luck >&2; exit 1', /exit code 1; it says: out of luck$/, 'no'],
    [`${given}; exit 3`, /exit code 3/, volume],
    [
      'echo "curl: (7) Failed to connect: Connection refused" >&2; exit 7',
      /refused \(nothing listens there: .*\)$/,
      'no',
    ],
    ['echo "curl: (7) Couldn\'t connect to server" >&2; exit 7', /server \(nothing listens there: .*\)$/, 'no'],
    ['echo "getaddrinfo ENOTFOUND cloud" >&2; exit 1', /ENOTFOUND cloud \(no host has that name: .*\)$/, 'no'],
    ['echo garbage', /without a usable project_id and volume_id; it printed: garbage$/, 'unknown'],
    ['exit 0', /without a usable project_id and volume_id; it printed nothing$/, 'unknown'],
    ['kill -9 $$', /was ended in the set-up: it was ended by SIGKILL/, 'unknown'],
    ['head -c 100000 /dev/zero', /printed more than an answer can have/, 'unknown'],
  ])('%s', async (script, reason, made) => {
    expect(await obtain(script)).toEqual({ kind: 'failed', reason: expect.stringMatching(reason), made });
  });

  test('in one line without control characters, the end of it', async () => {
    const obtained = await obtain(
      `printf 'begin %s' "$(head -c 3000 /dev/zero | tr '\\0' x)" >&2; printf '\\007\\033[31mred\\033[0m\\nend' >&2; exit 1`,
    );
    if (obtained.kind !== 'failed') throw new Error('it did not fail');
    expect(obtained.reason).toMatch(/x red end$/);
    expect(obtained.reason).not.toMatch(/\p{C}|begin/u);
    expect(obtained.reason.length).toBeLessThan(500);
  });

  test.each<[string, Program, RegExp]>([
    [
      'is not there',
      { file: '/nowhere/volumes', args: [], cwd: '/', env: {} },
      /cannot be started: there is no such program/,
    ],
    [
      'may not be executed',
      { file: new URL(import.meta.url).pathname, args: [], cwd: '/', env: {} },
      /cannot be started: it may not be executed \(chmod \+x\)/,
    ],
  ])('that it %s', async (_, program, reason) => {
    const it_ = provider(program);
    expect(await it_.obtain(spec)).toEqual({ kind: 'failed', reason: expect.stringMatching(reason), made: 'no' });
    expect(await it_.giveBack(volume)).toMatch(reason);
    expect(it_.hint).toContain(program.file);
  });
});

describe('a command that hangs', () => {
  test('is ended after the limit, with all that it started, and may have made a volume', async () => {
    const begun = '(touch begun; while [ ! -e go ]; do sleep 0.01; done; touch survived) & sleep 600';
    // a busy machine may not have begun it within a short limit
    for (const timeoutMs of [100, 1_000, 10_000, 100_000]) {
      const program = shellProgram(begun);
      const obtained = await provider(program, { ...hasty, setUp: { timeoutMs } }).obtain(spec);
      const reason = `was ended in the set-up: it did not end within ${timeoutMs} ms (limits.hookMs)`;
      expect(obtained).toEqual({ kind: 'failed', reason: expect.stringContaining(reason), made: 'unknown' });
      if (!existsSync(join(program.cwd, 'begun'))) continue;
      writeFileSync(join(program.cwd, 'go'), '');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(existsSync(join(program.cwd, 'survived'))).toBe(false);
      return;
    }
    throw new Error('it was never begun');
  });

  test('is ended by an interruption, and then not started any more', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const it_ = provider(shellProgram('sleep 600'), { setUp: { signal }, teardown: { signal } });
    setTimeout(() => controller.abort(), 50);
    expect(await it_.obtain(spec)).toMatchObject({ reason: expect.stringMatching(/the run was interrupted/) });
    expect(await it_.giveBack(volume)).toMatch(/cannot be started: the run was interrupted/);
  });

  test('is not started for ever', async () => {
    const it_ = provider(shellProgram('sleep 30'), { ...hasty, setUp: { timeoutMs: 30 } });
    for (let time = 0; time < 3; time += 1) await it_.obtain(spec);
    expect(await it_.obtain(spec)).toMatchObject({
      made: 'no',
      reason: expect.stringMatching(/did not end in 3 set-ups/),
    });
  });
});

describe('a teardown', () => {
  test('is told both ids, and is done with exit code 0', async () => {
    const program = shellProgram('cat > told');
    expect(await provider(program).giveBack(volume)).toBeUndefined();
    const params = { project_id: 'p', volume_id: 'v' };
    const told: unknown = JSON.parse(readFileSync(join(program.cwd, 'told'), 'utf8'));
    expect(told).toEqual({ state: 'volume', action: 'teardown', params });
  });

  test('says why it was not', async () => {
    expect(await provider(shellProgram('echo busy >&2; exit 2')).giveBack(volume)).toMatch(
      /ended the teardown with exit code 2; it says: busy/,
    );
  });
});
