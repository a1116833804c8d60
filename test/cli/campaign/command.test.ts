import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockFolder } from '../../../main/report-folder/lock.ts';
import { matrixFile, temporary } from '../../main/campaign/bench.ts';
import { run } from '../fake-io.ts';

const quick = { runs: 2, extensions: 2, only: ['operation.route'] };
const indexIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));

describe('run --matrix', () => {
  test('goes on after entries that cannot run, and no secret or stale report is left', async () => {
    const folder = temporary();
    const report = join(folder, 'out');
    const file = matrixFile(folder, {
      defaults: quick,
      entries: [
        { name: 'no-variable', target: 'http://127.0.0.1:9', project: 'p', tokenEnv: 'NOT_SET' },
        { name: 'no-contract', contract: './canary-token.json' },
        { name: 'unreachable', target: 'http://127.0.0.1:9', project: 'p', tokenEnv: 'A_TOKEN' },
        { name: 'fine' },
      ],
    });
    mkdirSync(join(report, 'no-variable'), { recursive: true });
    for (const stale of ['index.json', 'no-variable/report.json']) writeFileSync(join(report, stale), '{}');
    const env = { A_TOKEN: 'canary-token' };
    const { code, out, err } = await run(['run', '--matrix', file, '--report', report, '--quiet'], env);
    expect(code, err).toBe(3);
    expect(out).toMatch(
      /\nbroken: 4 entries, 1 incomplete \(fine\), 1 broken \(unreachable\), 2 could not run \(.*\)\n/,
    );
    const index = indexIn(report);
    const outcomes = index.entries.map(({ name, outcome, exit }: Record<string, unknown>) => [name, outcome, exit]);
    expect(outcomes).toEqual([
      ['no-variable', 'could-not-run', 3],
      ['no-contract', 'could-not-run', 3],
      ['unreachable', 'reported', 3],
      ['fine', 'reported', 2],
    ]);
    expect(existsSync(join(report, 'no-variable', 'report.json'))).toBe(false);
    expect(`${out}${err}${JSON.stringify(index)}`).not.toContain('canary-token');
    expect(index.entries[0].reason).toContain('NOT_SET, which is not set');
  });

  test('draws a seed where none is given, and derives those of the entries from it', async () => {
    const folder = temporary();
    const file = matrixFile(folder, { entries: [{ name: 'a', tokenEnv: 'X', ...quick, fault: 'no-such-fault' }] });
    await run(['run', '--matrix', file, '--report', join(folder, '1')]);
    const { seed, entries } = indexIn(join(folder, '1'));
    await run(['run', '--matrix', file, '--report', join(folder, '2'), '--seed', String(seed)]);
    expect(indexIn(join(folder, '2'))).toMatchObject({ seed, entries: [{ seed: entries[0].seed }] });
  });

  test('is refused in a folder in which another one is under way, and an entry in one of another run', async () => {
    const folder = temporary();
    const file = matrixFile(folder, { seed: 1, entries: [{ name: 'a', ...quick }] });
    const report = join(folder, 'out');
    const command = () => run(['run', '--matrix', file, '--report', report, '--quiet']);
    const whole = lockFolder(report, 'the runs of other.yaml');
    writeFileSync(join(report, 'index.json'), '{}');
    expect(await command()).toMatchObject({
      code: 3,
      err: expect.stringContaining('in use by the runs of other.yaml'),
    });
    expect(existsSync(join(report, 'index.json'))).toBe(true);
    whole.release();
    const entry = lockFolder(join(report, 'a'), 'a run against http://x');
    expect(await command()).toMatchObject({
      code: 3,
      err: expect.stringContaining('entry a could not run: the report'),
    });
    expect(indexIn(report).entries).toMatchObject([{ outcome: 'could-not-run', exit: 3, report: null }]);
    entry.check();
    entry.release();
  });

  test('keeps the folder of one shard from another one', async () => {
    const folder = temporary();
    const entries = ['a', 'b'].map((name) => ({ name, fault: 'no-such-fault' }));
    const file = matrixFile(folder, { seed: 1, entries });
    const shard = (one: string) => run(['run', '--matrix', file, '--report', join(folder, 'out'), '--shard', one]);
    expect(await shard('1/2')).toMatchObject({ code: 3, err: expect.stringContaining('entry a could not run') });
    expect(await shard('1/2')).toMatchObject({ code: 3, err: expect.stringContaining('entry a could not run') });
    expect(await shard('2/2')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/holds shard 1\/2 of a matrix file, but this is shard 2\/2: give each shard a folder/),
    });
    expect(indexIn(join(folder, 'out')).shard).toEqual({ index: 1, of: 2 });
  });

  test.each([
    [['--shard', '1/2'], /--shard is a part of a matrix file: add --matrix FILE/],
    [['--matrix', 'none.yaml'], /cannot read the matrix file .*none\.yaml: there is no such file/],
    [['--matrix', 'FILE', '--shard', '1/1'], /--shard needs a seed that all shards share: add --seed N/],
    [['--matrix', 'FILE', '--shard', '1/2', '--seed', '1'], /has 1 entries, so a shard would be empty/],
    [['--matrix', 'FILE', '--target', 'http://x'], /--target is for a single run, .*: write it into the file/],
    [['--matrix', 'FILE', '--token', 's3cret'], /--token is for a single run/],
    [['--matrix', 'FILE', '--plan'], /--plan is for a single run/],
    [['--matrix', 'FILE', '--lang', 'fr'], /--lang has to be en or zh/],
  ])('%j is a usage error', async (argv, message) => {
    const file = matrixFile(temporary(), { entries: [{ name: 'a' }] });
    const { code, err } = await run(['run', ...argv.map((word) => (word === 'FILE' ? file : word))]);
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringMatching(message) });
    expect(err).not.toContain('s3cret');
  });
});
