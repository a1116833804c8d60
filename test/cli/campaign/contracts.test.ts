import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../../main/report-folder/lock.ts';
import { findContract } from '../../../spec/load.ts';
import { startBackends, temporary } from '../../main/campaign/bench.ts';
import { judged } from '../../suites/register.ts';
import { run } from '../fake-io.ts';

const quick = ['--runs', '2', '--extensions', '2'];
const route = ['--only', 'operation.route', ...quick];
const { text } = findContract('extend-volume');
const indexIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));

let folder = '';
let report = '';
beforeEach(() => {
  folder = temporary();
  report = join(folder, 'out');
});

/** The extend contract under another id: its file. */
function copy(id: string, below = folder): string {
  const file = join(below, `${id}.json`);
  writeFileSync(file, text.replace('"id": "extend-volume"', `"id": "${id}"`));
  return file;
}

describe('run with several contracts', () => {
  test('has a report for each, one index, one line for all, and the exit code of the worst', async () => {
    const { urls, close } = await startBackends([{ fault: 'maximum-off-by-one' }]);
    onTestFinished(async () => void (await close()));
    const [url = ''] = urls;
    const target = ['--target', url, '--project', 'p', '--states', `${url}/states`];
    const other = copy('v2.post.cloudvolumes');
    const only = ['--only', 'operation.route,size.over-maximum', ...quick];
    const argv = ['run', '--contract', `extend-volume,${other}`, ...target, ...only, '--report', report, '--seed', '3'];
    const { code, out, err } = await run([...argv, '--quiet'], { EVS_TOKEN: '' });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const all = 'non-conformant: 2 contracts, 2 non-conformant (extend-volume, v2.post.cloudvolumes)';
    expect(out.split('\n').filter((line) => !line.startsWith('reports: '))).toEqual([
      'contract extend-volume (1 of 2)',
      expect.stringMatching(new RegExp(`^non-conformant \\(--only: 2 selected, 1 failed\\): 2 of ${judged} evaluated`)),
      'contract v2.post.cloudvolumes (2 of 2)',
      expect.stringMatching(new RegExp(`^non-conformant \\(--only: 2 selected, 1 failed\\): 2 of ${judged} evaluated`)),
      all,
      `index: ${join(report, 'index.html')}  ${join(report, 'index.json')}`,
      '',
    ]);
    expect(readdirSync(report).sort()).toEqual(['extend-volume', 'index.html', 'index.json', 'v2.post.cloudvolumes']);
    const index = indexIn(report);
    expect(index).toMatchObject({ matrixFile: null, shard: null, seed: 3, exit: 1, headline: all });
    for (const [at, id] of ['extend-volume', 'v2.post.cloudvolumes'].entries()) {
      expect(index.entries[at]).toMatchObject({
        name: id,
        report: { contract: { id }, failing: ['size.over-maximum'] },
      });
      const own = JSON.parse(readFileSync(join(report, id, 'report.json'), 'utf8'));
      expect(own).toMatchObject({ seed: index.entries[at].seed, contract: { id } });
      for (const file of ['junit.xml', 'ledger.ndjson', 'transcript.ndjson'])
        expect(existsSync(join(report, id, file))).toBe(true);
    }
    expect(readFileSync(join(report, 'index.html'), 'utf8')).toContain('none: the contracts were named one by one');

    const verify = (...more: readonly string[]) => run(['verify', report, ...more]);
    expect(await verify('--contract', `extend-volume,${other}`)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`\nverified: ${all}\n  the index follows from the reports of 2 of 2 runs\n`),
    });
    expect(await verify()).toMatchObject({ code: 3, err: expect.stringContaining('name its file by --contract') });
    expect(await run(['merge', report, '-o', join(folder, 'merged')])).toMatchObject({
      code: 3,
      err: expect.stringContaining('is a whole run of several contracts, not a shard'),
    });
  });

  test('of which one cannot run goes on with the others', async () => {
    const taken = lockFolder(join(report, 'extend-volume'), 'a run against http://x');
    onTestFinished(() => taken.release());
    const { code, err } = await run([
      'run',
      '--contract',
      `extend-volume,${copy('other')}`,
      ...route,
      '--report',
      report,
    ]);
    expect({ code, err }).toMatchObject({
      code: 3,
      err: expect.stringContaining('contract extend-volume could not run'),
    });
    expect(indexIn(report).entries).toMatchObject([{ outcome: 'could-not-run' }, { outcome: 'reported', exit: 2 }]);
  });

  test('is refused in a folder that is in use', async () => {
    const whole = lockFolder(report, 'a run against http://x');
    onTestFinished(() => whole.release());
    const { code, err } = await run(['run', '--contract', `extend-volume,${copy('other')}`, '--report', report]);
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('in use by a run against http://x') });
  });

  test('takes all contract files of a folder, and of one alone the report is where it always was', async () => {
    const contracts = join(folder, 'contracts');
    mkdirSync(contracts);
    copy('one', contracts);
    const command = () => run(['run', '--contracts', contracts, ...route, '--report', report, '--quiet']);
    writeFileSync(join(contracts, 'one.provenance.en.json'), '{"format": 1}');
    expect((await command()).code).toBe(2);
    expect(readdirSync(report)).toContain('report.json');
    copy('two', contracts);
    expect((await command()).out).toMatch(/\nincomplete: 2 contracts, 2 incomplete \(one, two\), 2 on the reference/);
    expect(readdirSync(report)).toEqual(expect.arrayContaining(['index.json', 'one', 'two']));
    expect(readdirSync(report)).not.toContain('report.json');
  });

  test('--plan says it of each, and sends nothing', async () => {
    const { code, out } = await run([
      'run',
      '--plan',
      '--contract',
      `extend-volume,${copy('other')}`,
      ...quick,
      '--seed',
      '4',
    ]);
    expect(code).toBe(0);
    expect(out.match(/^contract (extend-volume|other)\nNothing was sent\./gm)).toHaveLength(2);
    expect(out.match(/--seed 4\./g)).toHaveLength(2);
  });

  test.each([
    [['--contract', 'extend-volume,cinder-exted'], /unknown contract "cinder-exted": did you mean cinder-extend\?/],
    [['--contract', 'extend-volume,extend-volume'], /the contract extend-volume is named twice: remove one/],
    [
      ['--contract', 'extend-volume', '--contract', 'FILE'],
      /the contract extend-volume is named twice, by extend-volume and /,
    ],
    [['--contract', 'extend-volume,'], /--contract has an empty item/],
    [['--contract', 'extend-volume', '--contracts', 'DIR'], /are two ways to name contracts: use one/],
    [['--contracts', 'none'], /--contracts takes a folder of contract files, and none is not one/],
    [['--contracts', 'DIR/empty'], /has no contract files \(\*\.json\)/],
    [['--contract', 'extend-volume,cinder-extend', '--challenge', 'x'], /--challenge is for a run of one contract/],
    [['--contract', 'extend-volume,cinder-extend', '--matrix', 'm.json'], /--contract is for a single run/],
    [['--contracts', 'DIR', '--matrix', 'm.json'], /--contracts is for a single run/],
    [['--contract', 'extend-volume,DIR/index.json'], /the contract index\.json .* cannot be the name of a folder/],
    [['--contract', 'extend-volume,cinder-extend', '--only', 'size.maximu'], /unknown requirement "size.maximu"/],
  ])('%j is a usage error, before anything is sent', async (argv, message) => {
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'm.json'), '{"entries": [{"name": "a"}]}');
    writeFileSync(join(folder, 'index.json'), text.replace('"id": "extend-volume"', '"id": "index.json"'));
    const file = join(folder, 'file.json');
    if (argv.includes('FILE')) writeFileSync(file, text);
    const words = argv.map((word) =>
      word === 'FILE' ? file : word.replace(/\bDIR\b/, folder).replace('m.json', join(folder, 'm.json')),
    );
    const { code, out, err } = await run(['run', ...words, '--report', report]);
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: expect.stringMatching(message) });
    expect(existsSync(report)).toBe(false);
  });

  test('of the environment do not go with a matrix file', async () => {
    writeFileSync(join(folder, 'm.json'), '{"entries": [{"name": "a", "contract": ["extend-volume"]}]}');
    const command = ['run', '--matrix', join(folder, 'm.json'), '--report', report];
    expect((await run(command)).err).toMatch(/entries\.0\.contract must be string/);
    writeFileSync(join(folder, 'm.json'), '{"entries": [{"name": "a"}]}');
    expect((await run(command, { EVS_CONTRACT: 'extend-volume,cinder-extend' })).err).toMatch(
      /EVS_CONTRACT names several contracts, and --matrix is given/,
    );
    writeFileSync(join(folder, 'several.json'), '{"contract": ["extend-volume", "cinder-extend"]}');
    writeFileSync(join(folder, 'm.json'), '{"entries": [{"name": "a", "config": "several.json"}]}');
    expect((await run(command)).err).toMatch(
      /entry a could not run: 2 contracts are named .*: an entry of a matrix file/,
    );
  });

  test.each([['list'], ['explain', 'operation.route']])('%s is about one contract', async (...argv) => {
    const message = /names several contracts, but this command takes one/;
    const several = 'extend-volume,cinder-extend';
    expect((await run([...argv, '--contract', several])).err).toMatch(message);
    expect((await run(argv, { EVS_CONTRACT: several })).err).toMatch(message);
  });
});
