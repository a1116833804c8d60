import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../../main/report-folder/lock.ts';
import { matrixFile, temporary } from '../../main/campaign/bench.ts';
import { run } from '../fake-io.ts';

const quick = { runs: 2, extensions: 2, only: ['operation.route'] };

let report = '';
beforeEach(async () => {
  const folder = temporary();
  report = join(folder, 'out');
  const entries = [
    { name: 'a', ...quick },
    { name: 'b', ...quick },
    { name: 'c', tokenEnv: 'NOT_SET' },
    { name: 'd', ...quick },
  ];
  const file = matrixFile(folder, { seed: 1, entries });
  await run(['run', '--matrix', file, '--shard', '1/2', '--report', report, '--quiet']);
});

/** Changes a file below the folder as text. */
function edit(name: string, from: string | RegExp, to: string): void {
  const path = join(report, name);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

const verify = (...more: readonly string[]) => run(['verify', report, ...more]);

describe('verify of the folder of many runs', () => {
  test('judges every report again, and takes an index that follows from them', async () => {
    const { code, out, err } = await verify();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^entry a\nverified: incomplete .*\n.*\nTo be weighed.*\n {2}- it is not signed.*\nverified: broken \(shard 1\/2\): 4 entries, /,
    );
    expect(out).toMatch(/\n {2}the index follows from the reports of 1 of 4 runs\n$/);
  });

  test('names the entry whose report says anything else than its transcript', async () => {
    edit('a/report.json', /"verdict": "inconclusive"/, '"verdict": "pass"');
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toMatch(/^entry a\nNOT VERIFIED: the report does not follow from its transcript\n/);
    expect(out).toMatch(/\nNOT VERIFIED: the index does not follow from its reports\n {2}index\.json, a: /);
  });

  test.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'its class',
      'index.json',
      '"verdict": "broken"',
      '"verdict": "conformant"',
      /index\.json: it says .* give broken/,
    ],
    [
      'its exit code',
      'index.json',
      '"exit": 3,\n  "headline"',
      '"exit": 0,\n  "headline"',
      /exit code 0, but .* code 3/,
    ],
    ['its headline', 'index.json', /"headline": "broken [^"]*"/, '"headline": "conformant"', /it says conformant, /],
    [
      'an entry',
      'index.json',
      /"headline": "incomplete [^"]*"/,
      '"headline": "conformant"',
      /json, a: .* one of them was changed/,
    ],
    ['a name', 'index.json', '"name": "b"', '"name": "e"', /index\.json: .* the seed of entry e is not/],
    ['its page', 'index.html', 'Entries (4)', 'Entries (3)', /index\.html: it is not the page of index\.json/],
  ])('does not take an index that was edited: %s', async (_, file, from, to, message) => {
    edit(file, from, to);
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toMatch(/\nNOT VERIFIED: the index does not follow from its reports\n/);
    expect(out).toMatch(message);
  });

  test('holds every report against the challenge that was given', async () => {
    expect(await verify('--challenge', 'mine')).toMatchObject({
      code: 1,
      out: expect.stringContaining('not challenged'),
    });
  });

  test('checks a run beside the index alone, and says so', async () => {
    for (const file of [
      'report.json',
      'report.html',
      'report.md',
      'junit.xml',
      'ctrf-report.json',
      'transcript.ndjson',
    ])
      copyFileSync(join(report, 'a', file), join(report, file));
    const { code, out } = await verify();
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^verified: incomplete .*was not checked\n$/s),
    });
  });

  test('is refused while somebody works there, of another version, and by a contract that none of them is by', async () => {
    const lock = lockFolder(report, 'the runs of m.yaml');
    expect(await verify()).toMatchObject({ code: 3, err: expect.stringContaining('in use by the runs of m.yaml') });
    lock.release();
    expect(await verify('--contract', 'cinder-extend')).toMatchObject({
      code: 3,
      err: expect.stringContaining('no run in this folder is by the contract cinder-extend: there are extend-volume'),
    });
    edit('index.json', /"version": "[^"]*"/, '"version": "0.0.1"');
    expect(await verify()).toMatchObject({
      code: 3,
      err: expect.stringMatching(/made by version 0\.0\.1, .*: verify it with/),
    });
  });
});

test('what is about one run names the folders of many', async () => {
  const { code, err } = await run(['replay', report]);
  expect({ code, err }).toMatchObject({
    code: 3,
    err: expect.stringMatching(/has many runs, each in a folder of its own/),
  });
});
