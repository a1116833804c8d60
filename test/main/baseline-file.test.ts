import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../cli/args.ts';
import { readBaseline } from '../../main/baseline-file.ts';
import { readSettings } from '../../main/settings/config.ts';
import { runOptions } from '../../main/settings/options.ts';
import { UsageError } from '../../main/settings/usage.ts';
import { run } from '../cli/fake-io.ts';
import { openConfigFolder } from './settings/config-files.ts';

const { folder, file, remove } = openConfigFolder();
afterAll(remove);

const entry = { id: 'size.over-maximum', reason: 'ticket 7', expires: '2099-12-31' };
const yaml = '- { id: size.over-maximum, reason: ticket 7, expires: 2099-12-31 }\n';

test('YAML and JSON say the same', () => {
  const [one, other] = [file([entry]), file(yaml, 'known.yaml')];
  expect(readBaseline(one)).toEqual({ file: one, entries: [entry] });
  expect(readBaseline(other)).toEqual({ file: other, entries: [entry] });
  expect(readBaseline(file([])).entries).toEqual([]);
});

test('its path comes from the flag, the variable, or the config file, to which it is relative', () => {
  const aimed = ['--target', 'https://evs.example.com', '--project', 'p'];
  const settings = (argv: readonly string[], env = {}) =>
    readSettings(parse(runOptions, [...aimed, ...argv]).values, env).baseline;
  const config = ['--config', file({ baseline: 'known.yaml' })];
  expect(settings(config)).toBe(join(folder, 'known.yaml'));
  expect(settings(config, { EVS_BASELINE: '/ci/a.yaml' })).toBe('/ci/a.yaml');
  expect(settings(['--baseline', '/ci/b.yaml', ...config], { EVS_BASELINE: '/ci/a.yaml' })).toBe('/ci/b.yaml');
});

describe('what is wrong is told, with the file', () => {
  const refusal = (path: string): string => {
    try {
      readBaseline(path);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect((error as UsageError).message).toContain(path);
      return (error as UsageError).message;
    }
    throw new Error('was accepted');
  };

  test.each([
    [[{ ...entry, id: 'size.over-maxium' }], /"size.over-maxium": did you mean size.over-maximum\?/],
    [[{ ...entry, id: 'meta.billing-mode' }], /no check certifies meta.billing-mode: needs/],
    [[{ ...entry, id: 'operation.route' }], /operation.route cannot be expected to fail/],
    [[entry, entry], /lists size.over-maximum twice/],
    [[{ ...entry, expires: '2099-02-30' }], /expires on "2099-02-30", but there is no such day/],
    [[{ ...entry, expires: '31.12.2099' }], /0\.expires must match pattern/],
    [[{ ...entry, reason: ' ' }], /0\.reason must match pattern/],
    [[{ id: entry.id, reason: 'x' }], /must have required property 'expires'/],
    [[{ ...entry, expire: '2099-01-01' }], /unknown key of the baseline .*"expire": did you mean expires\?/],
    [{ entries: [] }, /it must be array/],
    ['[', /is not JSON/],
    [`"${'x'.repeat(9_000_000)}"`, /more than the/],
  ])('%j', (content, message) => {
    expect(refusal(file(content))).toMatch(message);
  });

  test('all of it at once, those of its shape first', () => {
    const path = file([
      { ...entry, id: 'size.over-maxium', expire: '2099-01-01' },
      { id: entry.id, expires: '2099-02-30' },
      { ...entry, reason: ' ', expires: '31.12.2099' },
      { ...entry, id: 'operation.route' },
    ]);
    expect(refusal(path).split('\n')).toEqual([
      `the baseline ${path} has 8 mistakes:`,
      '  unknown key of the baseline, below 0, "expire": did you mean expires?',
      "  baseline: 1 must have required property 'reason'",
      expect.stringMatching(/^ {2}baseline: 2\.reason must match pattern/),
      expect.stringMatching(/^ {2}baseline: 2\.expires must match pattern/),
      '  unknown requirement in the baseline "size.over-maxium": did you mean size.over-maximum?',
      expect.stringMatching(/size\.over-maximum expires on "2099-02-30"/),
      '  the baseline lists size.over-maximum twice',
      expect.stringMatching(/operation\.route cannot be expected to fail/),
    ]);
  });

  test('a file that is not there, a folder, an empty one, YAML that is none', () => {
    expect(refusal('/nowhere/x.yaml')).toMatch(/cannot read the baseline .*no such file/);
    expect(refusal(folder)).toMatch(/it is a folder/);
    expect(refusal(file('', 'empty.yaml'))).toMatch(/it must be array/);
    expect(refusal(file('- {', 'broken.yaml'))).toMatch(/is not YAML/);
  });
});

describe('run --baseline', () => {
  const quick = ['--runs', '12', '--extensions', '3', '--seed', '1', '--quiet'];
  const report = join(folder, 'report');

  test('a wrong one ends the run before anything is sent or written', async () => {
    const target = ['--target', 'http://127.0.0.1:9', '--project', 'p'];
    const wrong = file([{ ...entry, id: 'size.over-maxium' }]);
    const { code, out, err } = await run(['run', ...target, '--report', report, '--baseline', wrong]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/did you mean size.over-maximum\?/);
    expect(existsSync(report)).toBe(false);
  });

  test('an expected failure exits 0, and stays a failure in the reports', async () => {
    const known = file(yaml, 'known.yaml');
    const argv = ['run', '--fault', 'maximum-off-by-one', ...quick, '--report', report];
    const { code, out } = await run([...argv, '--baseline', known]);
    expect(code, out).toBe(0);
    expect(out).toMatch(/^non-conformant \(the reference backend\): /);
    expect(out).toContain(`\nnon-conformant; 1 expected failure (baseline ${known})\n`);
    const written = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'));
    expect(written.verdict).toBe('non-conformant');
    expect(readFileSync(join(report, 'junit.xml'), 'utf8')).toContain('<failure');
    expect((await run(argv)).code).toBe(1);
  });

  test('of a failure that keeps another row open, too; and once it is mended, the entry is stale', async () => {
    const known = file([{ ...entry, id: 'size.not-greater' }]);
    const argv = ['run', ...quick, '--report', report, '--baseline', known];
    const { code, out } = await run([...argv, '--fault', 'accepts-equal']);
    expect(code, out).toBe(0);
    expect(out).toContain('1 inconclusive');
    const mended = await run([...argv, '--fault', 'error-flat']);
    expect(mended.code).toBe(1);
    expect(mended.out).toMatch(/^stale: size\.not-greater passes, .*remove it/m);
  });
});
