import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';
import { startBackend, token } from '../suites/bench.ts';

const main = join(packageRoot(), 'dist/cli/main.js');

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'evs-ending-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs a program to its end; `outputs`: where stdout and stderr go instead of being read. */
async function ended(program: readonly string[], outputs: { readonly out?: string; readonly err?: string } = {}) {
  const [file = '', ...args] = program;
  const opened = [outputs.out, outputs.err].map((path) => (path === undefined ? 'pipe' : openSync(path, 'w')));
  const child = spawn(file, args, { stdio: ['ignore', ...opened], env: { ...process.env, EVS_TOKEN: token } });
  for (const one of opened) if (typeof one === 'number') closeSync(one);
  const printed = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...printed };
}

const node = (...args: readonly string[]): readonly string[] => [process.execPath, main, ...args];
const full = '/dev/full';
const few = ['--seed', '1', '--runs', '2', '--extensions', '1', '--only', 'size.over-maximum'];

/** A stack trace, or what Node says where nobody catches. */
const crashed = /^ {4}at |node:internal|Node\.js v|Unhandled|Uncaught/m;

test.each([
  ['a command', ['list']],
  ['a run, whose reports are written all the same', ['run', '--fault', 'maximum-off-by-one', ...few]],
  ['the backend, whose address nobody is told', ['backend']],
])('stdout on a full disk ends %s in words and with exit code 3', async (_, [command = '', ...args]) => {
  const report = folder();
  const at = command === 'run' ? ['--report', report] : [];
  const { code, err } = await ended(node(command, ...args, ...at), { out: full });
  expect(code, err).toBe(3);
  expect(err).toMatch(/cannot write to stdout \(ENOSPC.*so the exit code is 3/);
  expect(err).not.toMatch(crashed);
  if (command === 'run') expect(readFileSync(join(report, 'report.json'), 'utf8')).toContain('"interrupted": false');
});

test('stderr on a full disk is told on stdout, with exit code 3', async () => {
  const { code, out } = await ended(node('run', '--only', 'size.over-maxium'), { err: full });
  expect({ code, out }).toEqual({ code: 3, out: expect.stringMatching(/cannot write to stderr \(ENOSPC/) });
});

test('where nothing can be said at all there is the exit code', async () => {
  expect((await ended(node('list'), { out: full, err: full })).code).toBe(3);
});

test('a reader that has gone costs nothing', async () => {
  const pipe = `"$0" "$1" list | head -n 1; exit "\${PIPESTATUS[0]}"`;
  const { code, out, err } = await ended(['bash', '-c', pipe, process.execPath, main]);
  expect({ code, err, lines: out.split('\n').length }).toEqual({ code: 0, err: '', lines: 2 });
});

test.each([20, 40, 50])('with %i file descriptors there are words and exit code 3', async (count) => {
  const limited = `ulimit -n ${count}; exec "$@"`;
  const { code, out, err } = await ended(['bash', '-c', limited, 'bash', ...node('run', ...few, '--report', folder())]);
  expect({ code, out }, err).toEqual({ code: 3, out: '' });
  expect(err).toMatch(/EMFILE.*raise the limit of open files \(ulimit -n 1024\), then run again/);
  expect(err).not.toMatch(crashed);
});

/** What is loaded into the process first: it goes wrong as soon as a volume has been obtained. */
const planted = (what: string): string => `
  import { readFileSync } from 'node:fs';
  const ledger = process.argv[process.argv.indexOf('--report') + 1] + '/ledger.ndjson';
  const timer = setInterval(() => {
    let text = '';
    try { text = readFileSync(ledger, 'utf8'); } catch {}
    if (!text.includes('"obtained"')) return;
    clearInterval(timer);
    ${what}
  }, 5);
`;

test.each([
  ['an error that nobody catches', "throw new Error('planted with own-token-for-the-tests');"],
  ['a promise that nobody looks after', "void Promise.reject(new Error('planted with own-token-for-the-tests'));"],
  ['a rejection that is no error', "void Promise.reject('planted with own-token-for-the-tests');"],
])('%s is told without its stack and its secrets; volumes go back, and the exit code is 3', async (_, what) => {
  const backend = await startBackend({ jobDelayMs: 100 });
  onTestFinished(() => backend.close());
  const [report, plant] = [join(folder(), 'report'), join(folder(), 'plant.mjs')];
  writeFileSync(plant, planted(what));
  const target = ['--target', backend.url, '--project', 'a'.repeat(32), '--states', backend.statesUrl];
  const args = ['--import', plant, main, 'run', ...target, '--report', report];
  const { code, out, err } = await ended([process.execPath, ...args]);
  expect(code, err).toBe(3);
  expect(err).toContain('planted with $EVS_TOKEN');
  expect(err).toMatch(/it broke: returning volumes/);
  expect(out + err).not.toMatch(crashed);
  expect(out).not.toMatch(/^(non-)?conformant/m);
  expect(backend.state.volumes.size).toBe(0);
});

test('a command that waits for what never comes ends in words', async () => {
  const plant = join(folder(), 'plant.mjs');
  // what the backend waits for its end by
  writeFileSync(
    plant,
    "process.once = () => process; const { Server } = await import('node:net'); Server.prototype.listen = function () { return this; };",
  );
  const { code, err } = await ended([process.execPath, '--import', plant, main, 'backend']);
  expect({ code, err }).toEqual({
    code: 3,
    err: 'evs-conformance: it broke: it waited for something that never came\n',
  });
});

test.each(['transcript.ndjson', 'ledger.ndjson'])(
  'a disk that is full for %s is told, and nothing stays out',
  async (file) => {
    const backend = await startBackend();
    onTestFinished(() => backend.close());
    const report = join(folder(), 'report');
    mkdirSync(report);
    symlinkSync(full, join(report, file));
    const target = ['--target', backend.url, '--project', 'a'.repeat(32), '--states', backend.statesUrl];
    const { code, out, err } = await ended(node('run', ...target, '--report', report));
    expect({ code, out }, err).toEqual({ code: 3, out: '' });
    expect(err).toMatch(new RegExp(`cannot (read the ledger|write) .*${file}: `));
    expect(err).not.toMatch(crashed);
    expect(backend.state.volumes.size).toBe(0);
  },
);
