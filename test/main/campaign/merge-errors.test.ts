import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../cli/fake-io.ts';
import { samples } from '../../reports/sample.ts';
import { temporary } from './bench.ts';
import { type Results, writeShard } from './shard-folders.ts';

const results: Results = { a: samples.conformant, b: samples.conformant, c: samples.conformant };

/** Two shards as a run leaves them, then what befalls them; merged. */
async function merged(
  befall: (one: string, two: string) => void = () => {},
  order: readonly string[] = ['one', 'two'],
) {
  const folder = temporary();
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  writeShard(one, results, { index: 1, of: 2 });
  writeShard(two, results, { index: 2, of: 2 });
  befall(one, two);
  const said = await run(['merge', ...order.map((name) => join(folder, name)), '-o', join(folder, 'out')]);
  return {
    ...said,
    out: join(folder, 'out'),
    left: readdirSync(folder).filter((name) => !['one', 'two'].includes(name)),
  };
}

/** Changes a file as JSON. */
function edit(file: string, change: (content: Readonly<Record<string, unknown>>) => object): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
}

test('two shards that are whole are merged', async () => {
  expect(await merged()).toMatchObject({ code: 0, err: '', left: ['out'] });
});

const broken: Readonly<Record<string, readonly [(one: string, two: string) => void, RegExp, (readonly string[])?]>> = {
  'a shard is missing': [() => {}, /shard 2\/2 is missing: add its report folder, or run it/, ['one']],
  'a shard is there twice': [() => {}, /both shard 1\/2: remove one/, ['one', 'two', 'one']],
  'a folder is not there': [() => {}, /cannot read the index .*there is no such file/, ['one', 'three']],
  'a shard broke off, and has no index': [
    (_, two) => rmSync(join(two, 'index.json')),
    /has no index\.json: .* the run broke off: run that shard again/,
  ],
  'an index is cut off': [
    (_, two) => writeFileSync(join(two, 'index.json'), readFileSync(join(two, 'index.json'), 'utf8').slice(0, 300)),
    /index .* is not JSON/,
  ],
  'an index has another shape': [
    (_, two) => edit(join(two, 'index.json'), (index) => ({ ...index, entries: [] })),
    /index .* has another shape: \/entries must NOT have fewer than 1 items/,
  ],
  'an index names a folder elsewhere': [
    (_, two) =>
      writeFileSync(join(two, 'index.json'), readFileSync(join(two, 'index.json'), 'utf8').replaceAll('"b"', '"../b"')),
    /has another shape: \/entries\/1\/name/,
  ],
  'a report is missing': [
    (_, two) => rmSync(join(two, 'b'), { recursive: true }),
    /two is incomplete: b\/report\.json is missing/,
  ],
  'a format is missing': [(one) => rmSync(join(one, 'c', 'report.html')), /is incomplete: c\/report\.html is missing/],
  'a report is cut off': [
    (_, two) =>
      writeFileSync(join(two, 'b', 'report.json'), readFileSync(join(two, 'b', 'report.json'), 'utf8').slice(0, 900)),
    /report .*b\/report\.json is not JSON/,
  ],
  'a report has another shape': [
    (_, two) => edit(join(two, 'b', 'report.json'), ({ seed, ...rest }) => rest),
    /report .* has another shape: it must have required property 'seed'/,
  ],
  'a report is not the one that the index lists': [
    (one) => edit(join(one, 'a', 'report.json'), (report) => ({ ...report, durationMs: 1 })),
    /is not the report that the index of .* lists/,
  ],
  'a report is of another run': [
    (one) => edit(join(one, 'a', 'report.json'), (report) => ({ ...report, seed: 1 })),
    /a is a report of another run, of version \S+ and seed 1/,
  ],
  'the index says less than there is': [
    (_, two) => writeFileSync(join(two, 'b', 'report.json'), '{}'),
    /report .*b\/report\.json has another shape/,
  ],
  'there is a link': [
    (_, two) => symlinkSync('/etc/hostname', join(two, 'b', 'notes.txt')),
    /holds notes\.txt, which is not a file/,
  ],
  'an exit code was changed': [
    (_, two) =>
      edit(join(two, 'index.json'), (index) => ({
        ...index,
        entries: (index.entries as { name: string }[]).map((one) => (one.name === 'b' ? { ...one, exit: 2 } : one)),
      })),
    /b is conformant, but the index says that it ended with exit code 2/,
  ],
};

describe('nothing is written, and what is wrong is said, where', () => {
  test.each(Object.entries(broken))('%s', async (_, [befall, message, order]) => {
    const { code, err, left } = await merged(befall, order);
    expect(err).toMatch(message);
    expect({ code, left }).toEqual({ code: 3, left: [] });
  });

  test.each([
    ['different matrix files', { sha256: 'b'.repeat(64) }, /are of different matrix files: merge shards of one run/],
    ['different seeds', { seed: 8 }, /different seeds, 7 and 8/],
    ['another config file', { config: 'c'.repeat(64) }, /a config file that it names has changed/],
  ])('shards have %s', async (_, head, message) => {
    const { code, err, left } = await merged((_, two) => {
      rmSync(two, { recursive: true });
      writeShard(two, results, { index: 2, of: 2 }, head);
    });
    expect(err).toMatch(message);
    expect({ code, left }).toEqual({ code: 3, left: [] });
  });

  test('shards are of runs in different numbers of them, or overlap', async () => {
    const third = await merged((_, two) => {
      rmSync(two, { recursive: true });
      writeShard(two, results, { index: 2, of: 3 });
    });
    expect(third).toMatchObject({ code: 3, err: expect.stringMatching(/are of runs in 2 and in 3 shards/) });
    const overlapping = await merged((one, two) => {
      rmSync(two, { recursive: true });
      writeShard(two, results, null);
      edit(join(two, 'index.json'), (index) => ({ ...index, shard: { index: 2, of: 2 } }));
      expect(existsSync(one)).toBe(true);
    });
    expect(overlapping).toMatchObject({
      code: 3,
      err: expect.stringMatching(/has entry a, and should not, as shard 2\/2/),
    });
  });

  test('a shard is of another version', async () => {
    const { code, err } = await merged((_, two) =>
      edit(join(two, 'index.json'), (index) => ({ ...index, suite: { name: 'evs-conformance', version: '0.0.9' } })),
    );
    expect({ code, err }).toMatchObject({
      code: 3,
      err: expect.stringMatching(/made by version 0\.0\.9, and this is/),
    });
  });

  test('the folder to write is there already', async () => {
    const folder = temporary();
    writeShard(join(folder, 'all'), results, null);
    mkdirSync(join(folder, 'out'));
    const { code, err } = await run(['merge', join(folder, 'all'), '-o', join(folder, 'out')]);
    expect({ code, err }).toMatchObject({
      code: 3,
      err: expect.stringMatching(/exists already: name another folder/),
    });
  });

  test.each([
    [['merge', '-o', 'x'], /merge takes the report folders of the shards/],
    [['merge', 'x'], /needs a folder to write: -o OUT/],
    [['merge', 'x', '--outptu', 'y'], /did you mean --output\?/],
  ])('%j', async (argv, message) => {
    expect(await run(argv)).toMatchObject({ code: 3, err: expect.stringMatching(message) });
  });
});

describe('an entry that was not run', () => {
  test('stands as such, and the whole is not conformant', async () => {
    const folder = temporary();
    const some: Results = { a: samples.conformant, b: 'interrupted before its turn' };
    for (const index of [1, 2]) writeShard(join(folder, `${index}`), some, { index, of: 2 });
    const { code, out } = await run(['merge', join(folder, '2'), join(folder, '1'), '-o', join(folder, 'out')]);
    expect(code).toBe(2);
    expect(out).toMatch(/^incomplete: 2 entries, 1 conformant, 1 not run \(b\)\n/);
    expect(readFileSync(join(folder, 'out', 'index.html'), 'utf8')).toContain('interrupted before its turn');
  });

  test('and has a report all the same: that is told', async () => {
    const folder = temporary();
    writeShard(join(folder, 'all'), { a: 'interrupted before its turn' }, null);
    mkdirSync(join(folder, 'all', 'a'));
    writeFileSync(join(folder, 'all', 'a', 'report.json'), '{}');
    const { code, err } = await run(['merge', join(folder, 'all'), '-o', join(folder, 'out')]);
    expect({ code, err }).toMatchObject({
      code: 3,
      err: expect.stringMatching(/has no report, but there is a\/report\.json/),
    });
  });
});
