import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import { commandFor } from '../../cli/replay-target.ts';
import { run } from './fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'evs-replay-target-'));
const theirs = join(folder, "a vendor's report");
const ours = join(folder, 'ours');
let asked = 0;
const backend = createBackend({ project: 'p', fault: 'maximum-off-by-one' });
const answer = getRequestListener(backend.app.fetch, { overrideGlobalObjects: false });
const server = createServer((request, response) => {
  asked += 1;
  void answer(request, response);
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const quick = ['--runs', '2', '--extensions', '1', '--seed', '5', '--only', 'size.over-maximum', '--quiet'];
  const place = ['--target', url, '--project', 'p', '--states', `${url}/states`];
  await run(['run', ...place, '--report', theirs, ...quick]);
  await run(['run', '--fault', 'maximum-off-by-one', '--report', ours, ...quick]);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const replay = (report: string, flags: readonly string[] = [], env = {}) =>
  run(['replay', report, '--report', join(folder, 'ledger'), ...flags], env);

/** The words that a shell makes of a command. */
const words = (command: string): readonly string[] =>
  execFileSync('sh', ['-c', `set -- ${command}\nprintf '%s\\n' "$@"`], { encoding: 'utf8' })
    .split('\n')
    .slice(0, -1);

test('the command that a run prints beside a failure works as it stands', async () => {
  const report = join(folder, 'as it stands');
  const place = ['--target', url, '--project', 'p', '--states', `${url}/states`, '--token', 's3cret'];
  const few = ['--runs', '2', '--extensions', '1', '--only', 'size.over-maximum'];
  const { out } = await run(['run', ...place, ...few, '--report', report]);
  const printed = /^ *again +npx evs-conformance (.*)$/m.exec(out)?.[1] ?? '';
  expect(printed).not.toContain('s3cret');
  const again = await run(words(printed), { EVS_TOKEN: 's3cret' });
  expect(again).toMatchObject({ code: 1, out: expect.stringMatching(/^size\.over-maximum: still shows\n/) });
});

describe("a vendor's report", () => {
  test.each([
    ['nothing', {}],
    ['a token', { EVS_TOKEN: 's3cret-token' }],
    ['the empty variables of a job', { EVS_TARGET: '', EVS_PROJECT: '' }],
  ])('with %s and no target is exit 3, nothing is sent, and the command to copy is told', async (_, env) => {
    const before = asked;
    const { code, out, err } = await replay(theirs, ['--only', 'size.over-maximum', '--token', 's3cret-token'], env);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('nothing was sent');
    const quoted = `'${theirs.replaceAll("'", "'\\''")}'`;
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      `npx evs-conformance replay ${quoted} --target ${url} --project p --states URL --report ${join(folder, 'ledger')} --only size.over-maximum`,
    );
    expect(err).not.toContain('s3cret');
    expect(asked).toBe(before);
  });

  test('is asked of its own target without a word more', async () => {
    const { code, out } = await replay(theirs, ['--target', `${url}/`, '--project', 'p', '--states', `${url}/states`]);
    expect(code).toBe(1);
    expect(out).toMatch(/^size\.over-maximum: still shows\n/);
  });

  test('with another target, or on the reference backend that a fault names, says so first and goes on', async () => {
    const other = url.replace('127.0.0.1', 'localhost');
    const place = ['--target', other, '--project', 'p', '--states', `${url}/states`];
    const there = await replay(theirs, place);
    expect(there.code).toBe(1);
    expect(there.out).toContain(
      `the report is of ${url}, project p, and the replay is sent to another target: ${other}, project p\nsize.over-maximum: still shows\n`,
    );
    const here = await replay(theirs, ['--fault', 'status-202'], { EVS_TARGET: '' });
    expect(here.code).toBe(0);
    expect(here.out).toMatch(
      /^the report is of http:.*, and the replay is sent to another target: the reference backend with the fault status-202\n/,
    );
  });
});

describe('a report of the reference backend', () => {
  test('is asked there, and says so first', async () => {
    const { code, out } = await replay(ours);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^the report is of the reference backend, and the replay is sent there too: the reference backend\nsize\.over-maximum: no longer shows\n/,
    );
  });

  test('is not what variables of a target mean', async () => {
    const { code, out, err } = await replay(ours, [], { EVS_TOKEN: 's3cret-token' });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/there is no target, but these settings are about one \(EVS_TOKEN\)/);
  });

  test('with a target is asked of that, and says so first', async () => {
    const { code, out } = await replay(ours, ['--target', url, '--project', 'p', '--states', `${url}/states`]);
    expect(code).toBe(1);
    expect(out).toContain(
      `the report is of the reference backend, and the replay is sent to another target: ${url}, project p\n`,
    );
  });
});

describe('the command to copy', () => {
  const of = (url: string, project: string | null) => ({ url, project, reference: false });
  test.each([
    ["https://evs.example.com/a'b;$(touch x)`id`", "p'$(id);&|<>!*\\"],
    ['https://evs.example.com/\u001b]0;x\u0007\u202e', '-rf'],
    ['https://evs.example.com', '--target=elsewhere'],
  ])('is one word for each thing, whatever a report says: %j, %j', (target, project) => {
    const command = commandFor("it's here", of(target, project), { only: ['size.greater', 'size.maximum'] });
    expect(command).not.toMatch(/[\p{C}]/u);
    const [, , , dir, ...flags] = words(command);
    expect(dir).toBe("it's here");
    expect(flags.slice(0, 2)).toEqual(['--target', new URL(target).href.replace(/\/$/, '')]);
    expect(flags.slice(2, -4).join('=')).toBe(`--project=${project}`);
    expect(flags.slice(-4, -2)).toEqual(['--states', 'URL']);
    expect(flags.slice(-2)).toEqual(['--only', 'size.greater,size.maximum']);
  });

  test.each([
    ['file:///etc/passwd', 'a b'],
    ['https://user:password@evs.example.com', '../..'],
    ['$(id)', null],
    [`https://evs.example.com/${'x'.repeat(3_000)}`, 'p\nq'],
  ])('has a gap where a report names none: %j, %j', (target, project) => {
    expect(commandFor('r', of(target, project), {})).toBe(
      'npx evs-conformance replay r --target URL --project ID --states URL',
    );
  });

  test('keeps what was typed, the token aside', () => {
    const typed = { project: 'mine', token: 's3cret', config: 'my evs.yaml', 'max-gb': 200 };
    expect(commandFor('r', of('https://evs.example.com', 'p'), typed)).toBe(
      "npx evs-conformance replay r --target https://evs.example.com --project mine --config 'my evs.yaml' --max-gb 200",
    );
  });
});
