import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';
import { passOn } from '../targets/providers/programs.ts';
import { run } from './fake-io.ts';
import { type Moment, openGate } from './kill-gate.ts';

/**
 * kill -9 of a run, then `sweep`: what it says is what is out at the service. Run and service are processes of their own,
 * and between them stands a gate that knows what moment it is. `KILL_SEED` repeats the random moments.
 */
const main = join(packageRoot(), 'dist/cli/main.js');
/** The projects of a backend without tokens. */
const projects = ['5a2b0c7d9e1f4368a7b5c4d3e2f10987', '0f1e2d3c4b5a69788796a5b4c3d2e1f0'];

let backend: ChildProcess;
let service = '';
let gate: Awaited<ReturnType<typeof openGate>>;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evs-kill-'));
  writeFileSync(join(folder, 'plant.mjs'), plant);
  backend = spawn(process.execPath, [main, 'backend', '--job-delay', '40'], { stdio: ['ignore', 'pipe', 'inherit'] });
  service = await new Promise((resolve) =>
    backend.stdout?.once('data', (chunk: Buffer) => resolve(/http:\S+/.exec(chunk.toString())?.[0] ?? '')),
  );
  gate = await openGate(service);
});

afterAll(async () => {
  backend.kill('SIGKILL');
  await gate.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills the run that it is loaded into as it writes the nth line of an event: before that, in the middle of it, or after it. */
const plant = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { event, nth, when } = JSON.parse(process.env.KILL_AT);
  const { appendFileSync } = fs;
  let seen = 0;
  fs.appendFileSync = (file, text, ...more) => {
    const isIt = String(text).includes('{"event":"' + event + '"') && ++seen === nth;
    if (!isIt || when === 'after') appendFileSync(file, text, ...more);
    if (!isIt) return;
    if (when === 'half') appendFileSync(file, text.slice(0, text.length / 2));
    process.kill(process.pid, 'SIGKILL');
  };
  syncBuiltinESMExports();
`;

interface KillLine {
  readonly event: string;
  readonly nth: number;
  readonly when: 'before' | 'half' | 'after';
}

type Way = 'hook' | 'evs' | 'command';

interface There {
  readonly id: string;
  readonly size: number;
  readonly status: string;
}

/** The volumes that are there. */
async function volumes(): Promise<readonly There[]> {
  const lists = projects.map(async (project) => {
    const answer = await fetch(`${service}/v2/${project}/cloudvolumes/detail`);
    return ((await answer.json()) as { volumes: readonly There[] }).volumes;
  });
  return (await Promise.all(lists)).flat();
}

/** A folder with the config file of a run; `concurrency`: checks at a time. */
function prepare(way: Way, concurrency: number) {
  const place = mkdtempSync(join(folder, 'run-'));
  const config = join(place, 'evs.json');
  const by = {
    hook: { states: `${gate.url}/states` },
    evs: { volumes: { kind: 'evs', multiattach: true } },
    command: {
      volumes: { kind: 'command', command: process.execPath, args: ['-e', passOn, `${gate.url}/states`] },
    },
  };
  const settings = { target: gate.url, project: projects[0], report: 'report', runs: 4, extensions: 2, concurrency };
  writeFileSync(config, JSON.stringify({ ...settings, ...by[way] }));
  return { config, ledger: join(place, 'report', 'ledger.ndjson') };
}

function start(config: string, line?: KillLine) {
  const loaded = line === undefined ? [] : ['--import', join(folder, 'plant.mjs')];
  const child = spawn(process.execPath, [...loaded, main, 'run', '--seed', '1', '--config', config], {
    env: { ...process.env, KILL_AT: JSON.stringify(line) },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  onTestFinished(() => void child.kill('SIGKILL'));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { child, ended, kill };
}

const unnamed = /^left {8}set-up \S+: .* for a volume of (\d+) GB, ([\w-]+)/;

/** Sweeps, compares what it says with what is there, and removes what is left; `unknown`: the set-ups it cannot know of. */
async function swept(config: string, ledger: string, quietMs: number) {
  while (gate.quietFor() < quietMs) await pause(10);
  const before = (await volumes()).length;
  const { code, out, err } = await run(['sweep', '--config', config]);
  const left = await volumes();
  const lines = out.split('\n').filter((line) => line.startsWith('left'));
  const told = `${out}${err}${readText(ledger)}`;
  // whatever is there has a set-up of its own that says what to look for
  const unclaimed = lines.map((line) => unnamed.exec(line)).map((found) => `${found?.[1]} ${found?.[2]}`);
  for (const { size, status } of left) {
    const at = unclaimed.findIndex((wish) => wish.split(' ')[1] === status && Number(wish.split(' ')[0]) <= size);
    expect(at, `nobody is told of a volume of ${size} GB, ${status}: ${told}`).toBeGreaterThanOrEqual(0);
    unclaimed.splice(at, 1);
  }
  expect(code, told).toBe(lines.length > 0 ? 2 : 0);
  if (code === 0) expect(out).toMatch(/nothing (was out|is out any more)|no volume was obtained/);
  // said once more, word for word, and nothing else
  const again = await run(['sweep', '--config', config]);
  expect(again.out.split('\n').filter((line) => line.startsWith('left'))).toEqual(lines);
  expect(again.out).not.toMatch(/^given back/m);
  for (const { id } of left) {
    const params = { project_id: projects[0], volume_id: id };
    await fetch(`${service}/states`, {
      method: 'POST',
      body: JSON.stringify({ state: 'volume', action: 'teardown', params }),
    });
  }
  expect(await volumes()).toEqual([]);
  return { before, unknown: lines.length, left: left.length };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const nothing = { unknown: 0, left: 0 };
/** Nobody can know whether it came to a volume. */
const perhaps = { unknown: 1, left: 0 };
const indeed = { unknown: 1, left: 1 };

test.each<[string, Way, Moment | KillLine, { readonly unknown: number; readonly left: number }]>([
  ['before the first set-up is written down', 'hook', { event: 'creating', nth: 1, when: 'before' }, nothing],
  ['before the third set-up is written down', 'hook', { event: 'creating', nth: 3, when: 'before' }, nothing],
  ['as the first set-up is written down', 'hook', { event: 'creating', nth: 1, when: 'half' }, nothing],
  ['after that, before it goes out', 'hook', { event: 'creating', nth: 1, when: 'after' }, perhaps],
  ['after the third is, before it goes out', 'hook', { event: 'creating', nth: 3, when: 'after' }, perhaps],
  ['as a set-up arrives', 'hook', { of: 'setup', nth: 1, when: 'arrived', isDropped: true }, perhaps],
  ['as one arrives that is carried out', 'hook', { of: 'setup', nth: 2, when: 'arrived' }, indeed],
  ['when a set-up is carried out', 'hook', { of: 'setup', nth: 1, when: 'done' }, indeed],
  ['when the third is', 'hook', { of: 'setup', nth: 3, when: 'done' }, indeed],
  ['in the middle of its answer', 'hook', { of: 'setup', nth: 2, when: 'half' }, indeed],
  ['before its volume is written down', 'hook', { event: 'obtained', nth: 1, when: 'before' }, indeed],
  ['as its volume is written down', 'hook', { event: 'obtained', nth: 2, when: 'half' }, indeed],
  ['after that', 'hook', { event: 'obtained', nth: 2, when: 'after' }, nothing],
  ['as an extension arrives', 'hook', { of: 'extend', nth: 1, when: 'arrived' }, nothing],
  ['when an extension is accepted', 'hook', { of: 'extend', nth: 2, when: 'done' }, nothing],
  ['while its job is under way', 'hook', { of: 'job', nth: 1, when: 'arrived', isDropped: true }, nothing],
  ['as a teardown arrives', 'hook', { of: 'teardown', nth: 1, when: 'arrived', isDropped: true }, nothing],
  ['when a teardown is carried out', 'hook', { of: 'teardown', nth: 1, when: 'done' }, nothing],
  ['before that is written down', 'hook', { event: 'returned', nth: 1, when: 'before' }, nothing],
  ['as that is written down', 'hook', { event: 'returned', nth: 1, when: 'half' }, nothing],
  ['after a creation is written down', 'evs', { event: 'creating', nth: 1, when: 'after' }, nothing],
  ['when a creation is accepted', 'evs', { of: 'create', nth: 2, when: 'done' }, nothing],
  ['as a creation arrives that is accepted', 'evs', { of: 'create', nth: 1, when: 'arrived' }, nothing],
  ['as a deletion arrives', 'evs', { of: 'delete', nth: 1, when: 'arrived' }, nothing],
])('killed %s (%s): sweep says what is out', async (_, way, moment, expected) => {
  const { config, ledger } = prepare(way, 1);
  if ('event' in moment) await start(config, moment).ended;
  else {
    let killed = async (): Promise<void> => {};
    const come = gate.at(moment, () => killed());
    const { kill } = start(config);
    killed = kill;
    await come;
  }
  expect(await swept(config, ledger, 60)).toMatchObject(expected);
});

test('killed as it gives back what an interruption left: sweep says what is out', async () => {
  const { config, ledger } = prepare('hook', 8);
  let killed = async (): Promise<void> => {};
  const come = gate.at({ of: 'extend', nth: 3, when: 'done' }, async () => void child.kill('SIGTERM'));
  const { child, kill } = start(config);
  await come;
  killed = kill;
  await gate.at({ of: 'teardown', nth: 1, when: 'done' }, () => killed());
  expect(await swept(config, ledger, 60)).toMatchObject({ before: expect.any(Number) });
});

test.each([
  ['that is answered after all gives its volume back', 'arrived', nothing],
  ['whose answer is lost says so', 'done', indeed],
] as const)('an interruption during a set-up %s', async (_, when, expected) => {
  const { config, ledger } = prepare('hook', 1);
  const come = gate.at({ of: 'setup', nth: 2, when }, async () => {
    child.kill('SIGTERM');
    await pause(200);
  });
  const { child, ended } = start(config);
  await come;
  await ended;
  expect(child.exitCode).toBe(2);
  expect(await swept(config, ledger, 60)).toMatchObject(expected);
});

/** Numbers from 0 up to 1, by a seed. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const random = randomBy(seed);
const moments = Array.from({ length: 20 }, (_, at) => {
  const way: Way = at % 4 === 3 ? 'command' : at % 4 === 2 ? 'evs' : 'hook';
  const nth = 1 + Math.floor(random() * (way === 'command' ? 30 : 160));
  return [way, nth, random() < 0.5 ? 'arrived' : 'done', Math.floor(random() * 30)] as const;
});

test.each(moments)(
  `killed at a random moment of seed ${seed}: %s, request %i %s and %i ms`,
  async (way, nth, when, ms) => {
    const { config, ledger } = prepare(way, 12);
    let killed = async (): Promise<void> => {};
    const come = gate.at({ of: 'any', nth, when }, async () => {
      await pause(ms);
      await killed();
    });
    const { kill, ended } = start(config);
    killed = kill;
    await Promise.race([come, ended]);
    gate.forget();
    // a command that was being started goes on alone
    const { before, unknown, left } = await swept(config, ledger, way === 'command' ? 500 : 60);
    console.log(
      `seed ${seed}, ${way}, request ${nth} ${when} and ${ms} ms: ${before} out; unknown ${unknown}, left ${left}`,
    );
  },
);
