import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type Option, runOptions } from '../main/settings/options.ts';

interface ActionManifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly id?: string;
      readonly run?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const content = readFileSync(new URL('../action.yml', import.meta.url), 'utf8');
const action = parse(content) as ActionManifest;
const stepOf = (id: string) => action.runs.steps.find((one) => one.id === id) ?? {};

describe('the manifest', () => {
  const mistakesOf = (text: string) =>
    parseAction({ name: 'action.yml', content: text }, new NoOperationTraceWriter()).context.errors.getErrors();

  test('is one, as GitHub’s own parser has it', () => expect(mistakesOf(content)).toEqual([]));

  test('and the parser would tell a mistake', () => {
    expect(mistakesOf(content.replace('using: composite', 'usng: composite'))).not.toEqual([]);
    expect(mistakesOf(content.replace('steps.tell.outputs', 'secrets.tell.outputs'))).not.toEqual([]);
  });
});

test('no input of the action becomes part of a command', () => {
  for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
});

/** A folder of one test. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'evs-action-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** Runs a step as the runner would, with these inputs; `temp` is the job's. */
function step(id: string, inputs: Readonly<Record<string, string>>, temp = folder()) {
  const { run = '', env = {} } = stepOf(id);
  const own = Object.entries(env).map(([name, value]) => [
    name,
    value.replace(/^\$\{\{ (?:inputs\.)?([\w.-]+) \}\}$/, (_, input: string) => inputs[input] ?? ''),
  ]);
  const [outputs, summary] = [join(temp, 'outputs'), join(temp, 'summary')];
  for (const file of [outputs, summary]) writeFileSync(file, '');
  const runner = { RUNNER_TEMP: temp, GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary, GITHUB_JOB: 'certify' };
  const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
    env: { PATH: process.env.PATH, ...runner, ...Object.fromEntries(own) },
    encoding: 'utf8',
  });
  return { status, stdout, outputs: readFileSync(outputs, 'utf8'), summary: readFileSync(summary, 'utf8') };
}

describe('the beginning', () => {
  test.each([{}, { target: '', config: '' }, { target: ' \n', config: '\t' }])(
    '%j is an error before anything else, and says what to give',
    (inputs) => {
      const { status, stdout } = step('begin', { report: '/nowhere/report', ...inputs });
      expect(status).toBe(3);
      expect(stdout).toMatch(/^::error title=evs-conformance::no target: give the input target, config, /);
    },
  );

  test.each([
    { target: 'https://evs.example.com' },
    { config: 'evs.yaml' },
    { fault: 'status-202' },
    { matrix: 'm.yaml' },
  ])('%j goes on, without the summary of an earlier run', (inputs) => {
    const report = folder();
    const files = ['report.md', 'report.json', 'index.json'];
    for (const file of files) writeFileSync(join(report, file), '## conformant');
    expect(step('begin', { report, ...inputs })).toMatchObject({ status: 0, stdout: '' });
    for (const file of files) expect(existsSync(join(report, file))).toBe(false);
  });

  test('each use of a job has an artifact of its own, unless it is named', () => {
    const temp = folder();
    const inputs = { target: 'https://evs.example.com', report: '/nowhere', 'strategy.job-index': '4' };
    const names = [inputs, { ...inputs, artifact: 'mine' }, inputs].map((one) => step('begin', one, temp).outputs);
    expect(names).toEqual([
      'artifact=evs-conformance-certify-4-1\n',
      'artifact=mine\n',
      'artifact=evs-conformance-certify-4-3\n',
    ]);
  });
});

describe('the run', () => {
  /** The command line that it comes to: what is installed says what it was given. */
  function told(inputs: Readonly<Record<string, string>>) {
    const temp = folder();
    const place = join(temp, 'evs-conformance', 'node_modules', 'evs-conformance', 'dist', 'cli');
    mkdirSync(place, { recursive: true });
    writeFileSync(
      join(place, 'main.js'),
      'console.log(JSON.stringify({ argv: process.argv.slice(2), token: process.env.EVS_TOKEN }))',
    );
    const { status, stdout } = step('run', inputs, temp);
    return status === 0 ? { status, ...JSON.parse(stdout) } : { status, stdout };
  }

  test('has the inputs that say something as flags, and the token as a variable', () => {
    const target = 'https://evs.example.com/a b?"$(id)';
    const inputs = { target, 'max-gb': '200', smoke: 'true', quiet: 'false', token: 'secret', report: 'r', seed: '' };
    expect(told(inputs)).toEqual({
      status: 0,
      argv: ['run', `--target=${target}`, '--max-gb=200', '--report=r', '--smoke'],
      token: 'secret',
    });
    expect(told({ report: 'r' })).toEqual({ status: 0, argv: ['run', '--report=r'] });
  });

  test('what is neither true nor false is refused where it has to be one of them', () => {
    expect(told({ smoke: 'yes' })).toEqual({
      status: 3,
      stdout: '::error title=evs-conformance::the input smoke is neither true nor false\n',
    });
  });

  test('has an input for each flag, and none beside them but those of the action itself', () => {
    const own = ['artifact', 'package'];
    const flags = Object.keys(runOptions).filter((name) => name !== 'help');
    expect(Object.keys(action.inputs).toSorted()).toEqual([...flags, ...own].toSorted());
    const { run = '', env = {} } = stepOf('run');
    for (const name of flags) expect(env[`in_${name.replaceAll('-', '_')}`]).toBe(`\${{ inputs.${name} }}`);
    const [values = [], switches = []] = [...run.matchAll(/for name in ([^;]+);/g)].map(([, names = '']) =>
      names.split(/[\s\\]+/),
    );
    const kindIs = (name: string) => (runOptions as Readonly<Record<string, Option>>)[name]?.kind;
    expect([...values, ...switches, 'token'].toSorted()).toEqual(flags.toSorted());
    for (const name of flags) expect(switches.includes(name), name).toBe(kindIs(name) === 'switch');
  });
});

test('what is told is the run, or the index of several; the summary is the run’s own', () => {
  const folders = folder();
  const tell = (name: string, files: Readonly<Record<string, string>>) => {
    const report = join(folders, name);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(report, dirname(file)), { recursive: true });
      writeFileSync(join(report, file), text);
    }
    const { status, outputs, summary } = step('tell', { report });
    expect(status).toBe(0);
    return { outputs, summary };
  };
  const json = JSON.stringify({ verdict: 'incomplete', headline: 'incomplete: `a` $b' });
  const outputs = 'verdict=incomplete\nheadline=incomplete: `a` $b\n';
  expect(tell('none', { 'transcript.ndjson': '' })).toEqual({ outputs: '', summary: '' });
  expect(tell('one', { 'report.json': json, 'report.md': 'one\n' })).toEqual({ outputs, summary: '' });
  expect(tell('several', { 'index.json': json, 'a/report.md': 'a\n' })).toEqual({ outputs, summary: '' });
});
