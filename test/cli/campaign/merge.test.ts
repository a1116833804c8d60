import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesOf, matrixFile, startBackends, temporary } from '../../main/campaign/bench.ts';
import { run } from '../fake-io.ts';

/** Times, in every form in which a report says them; the server's `date` is one. */
const times: readonly RegExp[] = [
  /(?<="(at|sent|answered)":)[\d.]+/g,
  /(?<="?(startedAt|durationMs|processorMs|start|stop|duration)"?: ?)("[^"]*"|[\d.]+)/g,
  /(?<=[" ](time|timestamp)=")[^"]*/g,
  /\b\d{4}-\d\d-\d\d(T[\d:.]+Z| \d\d:\d\d UTC)/g,
  /[\d.]+ (s|秒)(?=[ <])/g,
  // a transcript's lines are linked by all that stands in them, times included
  /(?<="link":")[0-9a-f]{32}/g,
  // no two runs call their set-ups alike
  /(?<="set_up":")[0-9a-f]{8}/g,
  /(?<="date": ?"|\bdate: )[A-Z][a-z]{2}, [\w :]+ GMT/g,
];

/** Nobody waits for a teardown: where it stands among the lines of a transcript is a matter of time. */
const teardown = /^\{"kind":"volume","event":"returned".*\n/gm;

const withoutTimes = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      times.reduce((rest, time) => rest.replace(time, 'TIME'), text.replace(teardown, '')),
    ]),
  );

test('what shards are merged into is what one run of the whole writes, whatever their order, but for the times', async () => {
  const folder = temporary();
  const options = [{}, { fault: 'maximum-off-by-one' }] as const;
  const first = await startBackends(options);
  const [good = '', bad = ''] = first.urls;
  const file = matrixFile(folder, {
    seed: 7,
    // one by one, and nothing that looks on for a while: how often it looks is a matter of time
    defaults: { project: 'p', runs: 1, extensions: 1, concurrency: 1, only: ['operation.route', 'size.over-maximum'] },
    targets: [
      { name: 'good', target: good, states: `${good}/states` },
      { name: 'bad', target: bad, states: `${bad}/states` },
    ],
    contracts: ['extend-volume'],
    entries: [{ name: 'without-token', target: good, tokenEnv: 'NOT_SET' }],
  });
  const command = (...more: readonly string[]) => run(['run', '--matrix', file, '--quiet', ...more]);

  expect(await command('--report', join(folder, 'whole'))).toMatchObject({ code: 1 });
  await first.close();
  // the very same servers again, for they remember what was done to them
  const second = await startBackends(options, first.ports);
  onTestFinished(async () => void (await second.close()));
  const shards = [1, 2].map((one) => join(folder, `shard-${one}`));
  const codes = await Promise.all(
    shards.map(async (report, at) => (await command('--shard', `${at + 1}/2`, '--report', report)).code),
  );
  expect(codes).toEqual([3, 1]);

  const whole = withoutTimes(filesOf(join(folder, 'whole')));
  expect(Object.keys(whole)).toEqual(
    expect.arrayContaining([
      'index.html',
      'index.json',
      'bad-extend-volume/report.html',
      'good-extend-volume/transcript.ndjson',
    ]),
  );
  for (const [at, order] of [shards, shards.toReversed()].entries()) {
    const out = join(folder, `out-${at}`);
    const { code, out: said } = await run(['merge', ...order, '-o', out]);
    expect({ code, said }).toMatchObject({
      code: 1,
      said: expect.stringMatching(
        /^non-conformant: 3 entries, 1 incomplete \(good-extend-volume\), 1 non-conformant \(bad-extend-volume\), 1 could not run \(without-token\)\n/,
      ),
    });
    expect(withoutTimes(filesOf(out))).toEqual(whole);
  }
});

test('the reference backend beside a vendor’s service stays what it is, in the merged index as well', async () => {
  const folder = temporary();
  const { urls, close } = await startBackends([{}]);
  onTestFinished(async () => void (await close()));
  const [url = ''] = urls;
  const file = matrixFile(folder, {
    seed: 7,
    defaults: { tokenEnv: 'NOT_SET', runs: 2, extensions: 1, only: ['operation.route'] },
    targets: [{ name: 'theirs', target: url, project: 'p', states: `${url}/states`, auth: { kind: 'none' } }],
    entries: [{ name: 'ours' }],
  });
  const shards = [1, 2].map((one) => join(folder, `shard-${one}`));
  for (const [at, report] of shards.entries())
    expect((await run(['run', '--matrix', file, '--shard', `${at + 1}/2`, '--report', report])).code).toBe(2);
  const out = join(folder, 'out');
  const { out: said } = await run(['merge', ...shards, '-o', out]);
  expect(said).toMatch(/^incomplete: 2 entries, 2 incomplete \(theirs, ours\), 1 on the reference backend \(ours\)\n/);
  const page = filesOf(out)['index.html'] ?? '';
  expect(page.match(/\(the reference backend\)/g)).toHaveLength(1);
  const { entries } = JSON.parse(filesOf(out)['index.json'] ?? '');
  expect(entries.map(({ report }: { report: { target: object } }) => report.target)).toEqual([
    { url, project: 'p', reference: false },
    { url: expect.stringMatching(/^http:/), project: expect.any(String), reference: true },
  ]);
});
