import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Option, runOptions } from '../cli/options.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as Action;
const variables = action.runs.steps.flatMap(({ env = {} }) => Object.entries(env));

test('no input of the action becomes part of a command', () => {
  for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
});

test('its inputs are flags of run, and go by the variables of these', () => {
  for (const name of Object.keys(action.inputs)) {
    const option: Option | undefined = runOptions[name as keyof typeof runOptions];
    expect(option, name).toBeDefined();
    const variable = name === 'token' ? 'EVS_TOKEN' : option?.env;
    expect(variables).toContainEqual([variable, `\${{ inputs.${name} }}`]);
  }
});
