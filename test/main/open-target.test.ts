import { expect, test } from 'vitest';
import { certify, type OpenedRun } from '../../main/certify.ts';
import { systemClock } from '../../main/clock.ts';
import { openTarget } from '../../main/open-target.ts';
import type { TargetOptions } from '../../targets/open.ts';

const options: TargetOptions = {
  url: 'http://127.0.0.1:1',
  observe: { volume: null, job: null },
  requestMs: 1_000,
  clock: systemClock,
};

test('an option of openTarget that there is not is named, with the nearest one that there is', () => {
  const given = { ...options, stats: 'http://127.0.0.1:2' };
  expect(() => openTarget(given)).toThrow(/^unknown option of openTarget "stats": did you mean states\?$/);
});

test.each([undefined, null, {}])('openTarget(%j) says what is needed', (given) => {
  expect(() => openTarget(given as unknown as TargetOptions)).toThrow(
    /^openTarget needs the options url, requestMs, observe, clock$/,
  );
});

test('a run on an opened target is checked likewise', async () => {
  const { target, close } = openTarget(options);
  const run = (given: object) => certify({ target, ...given } as unknown as OpenedRun);
  await expect(run({ concurency: 1 })).rejects.toThrow(
    /^unknown option of certify "concurency": did you mean concurrency\?$/,
  );
  await expect(run({ seed: 1 })).rejects.toThrow(/^certify needs the options contract, runs, /);
  close();
});
