import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
function step(at: number, inputs: Readonly<Record<string, string>>) {
  const { run = '', env = {} } = action.runs.steps[at] ?? {};
  const own = Object.entries(env).map(([name, value]) => [
    name,
    value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, input: string) => inputs[input] ?? ''),
  ]);
  const { status, stdout } = spawnSync('bash', ['-e', '-c', run], {
    env: { PATH: process.env.PATH, ...Object.fromEntries(own) },
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
    writeFileSync(join(report, 'report.md'), '## conformant');
    expect(step(0, { report, ...inputs })).toEqual({ status: 0, stdout: '' });
    expect(existsSync(join(report, 'report.md'))).toBe(false);
  },
);

test('its inputs are flags of run, and go by the variables of these', () => {
  for (const name of Object.keys(action.inputs)) {
    const option: Option | undefined = runOptions[name as keyof typeof runOptions];
    expect(option, name).toBeDefined();
    const variable = name === 'token' ? 'EVS_TOKEN' : option?.env;
    expect(variables).toContainEqual([variable, `\${{ inputs.${name} }}`]);
  }
});
