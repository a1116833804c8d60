import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from '../../../cli/args.ts';
import { readSettings } from '../../../main/settings/config.ts';
import { runOptions } from '../../../main/settings/options.ts';
import { NoTarget } from '../../../main/settings/without-target.ts';
import { reports } from '../../../reports/index.ts';
import type { Environment } from '../../../wire/proxy.ts';
import { run } from '../../cli/fake-io.ts';
import { openConfigFolder } from './config-files.ts';

const { file, remove } = openConfigFolder();
afterAll(remove);

const settings = (argv: readonly string[], env: Environment = {}) => readSettings(parse(runOptions, argv).values, env);

/** What the refusal names; empty where there is none. */
function named(argv: readonly string[], env: Environment = {}): string {
  try {
    expect(settings(argv, env).target).toBeUndefined();
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(NoTarget);
    expect((error as NoTarget).message).toContain('add --target URL (or EVS_TARGET, or target in the config file)');
    return /\((.*?)\): add/.exec((error as NoTarget).message)?.[1] ?? '';
  }
}

describe('without a target', () => {
  test.each<[string, readonly string[], Environment]>([
    ['--project', ['--project', 'p'], {}],
    ['--states', ['--states', 'http://x'], {}],
    ['--token', ['--token', 's3cret'], {}],
    ['--auth', ['--auth', 'none'], {}],
    ['--baseline', ['--baseline', 'known.yaml'], {}],
    ['EVS_TOKEN', [], { EVS_TOKEN: 's3cret' }],
    ['EVS_PASSWORD', [], { EVS_PASSWORD: 's3cret' }],
    ['EVS_AK', [], { EVS_AK: 's3cret' }],
    ['EVS_AUTH_URL', [], { EVS_AUTH_URL: 'https://s3cret' }],
    ['EVS_STATES', [], { EVS_STATES: 'http://s3cret' }],
    ['EVS_BASELINE', [], { EVS_BASELINE: 's3cret' }],
    // a variable whose value did not come
    ['EVS_TARGET (set, and empty)', [], { EVS_TARGET: '' }],
    ['EVS_TOKEN (set, and empty)', [], { EVS_TOKEN: '', EVS_MAX_GB: '200' }],
    ['EVS_CONFIG (set, and empty)', [], { EVS_CONFIG: '' }],
    // a variable that is misspelled
    ['EVS_TRAGET', [], { EVS_TRAGET: 'https://s3cret' }],
    ['--project, EVS_TARGET (set, and empty), EVS_TOKEN', ['--project', 'p'], { EVS_TARGET: '', EVS_TOKEN: 's3cret' }],
  ])('%s is no run on the reference backend', (words, argv, env) => {
    expect(named(argv, env)).toBe(words);
  });

  test.each<[string, object]>([
    ['project', { project: 'p' }],
    ['states', { states: 'http://x' }],
    ['volumes', { volumes: { kind: 'evs' } }],
    ['tokenEnv', { tokenEnv: 'MINE' }],
    ['tokenFile', { tokenFile: './token' }],
    ['auth', { auth: { kind: 'none' } }],
    ['headers', { headers: { 'x-api-key': 'x' } }],
    ['tls', { tls: { ca: './ca.pem' } }],
    ['baseline', { baseline: './known.yaml' }],
    ['observe', { observe: { job: null } }],
  ])('%s in the config file is none either, whatever else is said', (key, content) => {
    const config = file({ ...content, runs: 3 });
    expect(named(['--config', config, '--seed', '1'])).toBe(`${key} in ${config}`);
  });

  test('what speaks of no target does not keep from one', () => {
    const env = { EVS_RUNS: '5', EVS_SEED: '1', EVS_MAX_GB: '', EVS_DEBUG: '1', EVS_FAULT: '', PATH: '/bin' };
    const flags = ['--runs', '5', '--max-gb', '200', '--challenge', 'x', '--max-volumes', '9', '--quiet'];
    expect(named(flags, { EVS_LANG: 'en' })).toBe('');
    const config = file({ limits: { jobMs: 5 }, concurrency: 2, minSize: 5, sign: 'key.pem' });
    expect(named(['--config', config], env)).toBe('');
  });

  test('a fault names the reference backend, by flag, variable or file', () => {
    const env = { EVS_TARGET: '', EVS_PROJECT: 'p', EVS_TOKEN: 's3cret' };
    expect(named(['--fault', 'status-202', '--baseline', 'known.yaml'], env)).toBe('');
    expect(named([], { ...env, EVS_FAULT: 'status-202' })).toBe('');
    expect(named(['--config', file({ fault: 'status-202', states: 'http://x' })])).toBe('');
  });

  test('any place that names a target does', () => {
    const env = { EVS_TARGET: '', EVS_PROJECT: 'p', EVS_TOKEN: 'token' };
    const config = file({ target: 'https://evs.example.com' });
    expect(settings(['--config', config], env).target).toMatchObject({ url: 'https://evs.example.com' });
    expect(settings(['--target', 'https://evs.example.com'], env).target).toMatchObject({ project: 'p' });
  });

  test('a target of blanks is no target left out', () => {
    expect(() => settings([], { EVS_TARGET: ' \n' })).toThrow(/EVS_TARGET is empty: give it a value/);
    expect(() => settings(['--target', ' '])).toThrow(/--target.* is empty|whole URL/);
  });
});

test.each([['run', '--quiet'], ['run', '--plan'], ['sweep']])(
  '%j with the variables of a job that has no target exits 3 with words, and neither sends nor writes',
  async (...argv) => {
    const report = join(tmpdir(), `evs-no-target-${process.pid}`);
    const env = { EVS_TARGET: '', EVS_PROJECT: '', EVS_STATES: '', EVS_TOKEN: 's3cret-token', EVS_REPORT: report };
    const { code, out, err } = await run(argv, env);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^evs-conformance: there is no target, .*EVS_TARGET \(set, and empty\), .*EVS_TOKEN\)/);
    expect(err).not.toContain('s3cret-token');
    expect(() => readFileSync(join(report, 'report.json'))).toThrow('ENOENT');
  },
);

test('a run on the reference backend says so in every format', async () => {
  const report = mkdtempSync(join(tmpdir(), 'evs-reference-'));
  onTestFinished(() => rmSync(report, { recursive: true }));
  const { out } = await run(['run', '--report', report, '--only', 'size.greater', '--runs', '2', '--seed', '1']);
  expect(out).toContain('\nincomplete (the reference backend, --only: 1 selected, ');
  for (const { file: name } of Object.values(reports))
    expect(readFileSync(join(report, name), 'utf8'), name).toContain('incomplete (the reference backend, --only: ');
  const page = readFileSync(join(report, 'report.html'), 'utf8');
  expect(page).toContain('（参考后端，--only：');
  expect(page).toContain('<title>? incomplete (the reference backend) · ');
  const { target } = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'));
  expect(target).toEqual({
    url: expect.stringMatching(/^http:/),
    project: expect.stringMatching(/^\w{32}$/),
    reference: true,
  });
  expect((await run(['verify', report])).out).toMatch(/^verified: incomplete \(the reference backend, --only: /);
});
