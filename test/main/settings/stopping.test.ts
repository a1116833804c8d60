import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../../cli/args.ts';
import { readSettings } from '../../../main/settings/config.ts';
import { runOptions } from '../../../main/settings/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'evs-stopping-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = (argv: readonly string[], env = {}) => readSettings(parse(runOptions, argv).values, env);
function file(content: object): readonly string[] {
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify(content));
  return ['--config', path];
}

describe('when a run stops, and what its exit code is', () => {
  const all = { smoke: true, failFast: true, maxTime: 60, failOn: 'should' };

  test('is said by flags, by variables and by a config file', () => {
    const flags = ['--smoke', '--fail-fast', '--max-time', '60', '--fail-on', 'should'];
    expect(settings(flags)).toMatchObject(all);
    expect(settings(file(all))).toMatchObject(all);
    expect(settings([], { EVS_MAX_TIME: '5', EVS_FAIL_ON: 'advisory' })).toMatchObject({
      maxTime: 5,
      failOn: 'advisory',
    });
    expect(settings([...file(all), '--fail-on', 'must'])).toMatchObject({ failOn: 'must' });
  });

  test.each<[readonly string[], RegExp]>([
    [['--fail-on', 'shuld'], /^--fail-on has to be must, should or advisory, not "shuld"/],
    [['--max-time', '0'], /--max-time .*1/],
    [['--max-time', 'soon'], /--max-time/],
    [['--smoke', '--only', 'size.greater'], /^--smoke has requirements and cases of its own, but --only/],
    [['--smoke', '--runs', '5'], /^--smoke has .* --runs .*: remove one/],
    [['--smoke', '--extensions', '5'], /^--smoke has .* --extensions/],
  ])('%j is an error that says what is right', (argv, message) => {
    expect(() => settings(argv)).toThrow(message);
  });

  test('a file that says a wrong one is an error as well, and so is one that says both', () => {
    expect(() => settings(file({ failOn: 'nothing' }))).toThrow(/failOn/);
    expect(() => settings(file({ maxTime: 0.5 }))).toThrow(/maxTime/);
    expect(() => settings(file({ smoke: true, runs: 5 }))).toThrow(/^smoke has requirements and cases of its own/);
    expect(() => settings([...file({ smoke: true }), '--only', 'size.greater'])).toThrow(/^smoke has/);
  });

  test('the command line may ask for a smoke run where the file says how much a whole one tries', () => {
    expect(settings([...file({ runs: 5, only: ['size.greater'] }), '--smoke'])).toMatchObject({
      smoke: true,
      only: undefined,
    });
  });
});
