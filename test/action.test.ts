import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type Option, runOptions } from '../main/settings/options.ts';

interface ActionManifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as ActionManifest;
const variables = action.runs.steps.flatMap(({ env = {} }) => Object.entries(env));

test('no input of the action becomes part of a command', () => {
  for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
});

/** Runs a step as the runner would, with these inputs. */
function step(at: number, inputs: Readonly<Record<string, string>>, runner: Readonly<Record<string, string>> = {}) {
  const { run = '', env = {} } = action.runs.steps[at] ?? {};
  const own = Object.entries(env).map(([name, value]) => [
    name,
    value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, input: string) => inputs[input] ?? ''),
  ]);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', run], {
    env: { PATH: process.env.PATH, ...runner, ...Object.fromEntries(own) },
    encoding: 'utf8',
  });
  return { status, stdout };
}

test.each([{}, { target: '', config: '' }, { target: ' \n', config: '\t' }])(
  '%j is an error before anything else, and says what to give',
  (inputs) => {
    const { status, stdout } = step(0, { report: '/nowhere/report', ...inputs });
    expect(status).toBe(3);
    expect(stdout).toMatch(/^::error title=evs-conformance::no target: give the input target, or config/);
  },
);

test.each([{ target: 'https://evs.example.com' }, { config: 'evs.yaml' }])(
  '%j goes on, without the summary of an earlier run',
  (inputs) => {
    const report = mkdtempSync(join(tmpdir(), 'evs-action-'));
    onTestFinished(() => rmSync(report, { recursive: true }));
    for (const file of ['report.md', 'index.json']) writeFileSync(join(report, file), '## conformant');
    expect(step(0, { report, ...inputs })).toEqual({ status: 0, stdout: '' });
    for (const file of ['report.md', 'index.json']) expect(existsSync(join(report, file))).toBe(false);
  },
);

test('the summary is that of the run, or those of all contracts where there are several', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evs-action-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const at = action.runs.steps.findIndex(({ run }) => run?.includes('GITHUB_STEP_SUMMARY'));
  const summary = (name: string, files: Readonly<Record<string, string>>): string => {
    const [report, told] = [join(folder, name), join(folder, `${name}.md`)];
    writeFileSync(told, '');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(report, dirname(file)), { recursive: true });
      writeFileSync(join(report, file), text);
    }
    expect(step(at, { report }, { GITHUB_STEP_SUMMARY: told }).status).toBe(0);
    return readFileSync(told, 'utf8');
  };
  expect(summary('none', { 'transcript.ndjson': '' })).toBe('');
  expect(summary('one', { 'report.md': 'one\n', 'a/report.md': 'old\n' })).toBe('one\n');
  expect(summary('several', { 'index.json': '{}', 'a/report.md': 'a\n', 'b/report.md': 'b\n' })).toBe('a\nb\n');
});

test('its inputs are flags of run, and go by the variables of these', () => {
  for (const name of Object.keys(action.inputs)) {
    const option: Option | undefined = runOptions[name as keyof typeof runOptions];
    expect(option, name).toBeDefined();
    const variable = name === 'token' ? 'EVS_TOKEN' : option?.env;
    expect(variables).toContainEqual([variable, `\${{ inputs.${name} }}`]);
  }
});
