import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { leastReadings } from '../../engine/fixtures/timeouts.ts';
import { leastBroken } from '../../engine/judge/jobs.ts';
import { longer, paces, timing } from '../../engine/timing.ts';

const engine = fileURLToPath(new URL('../../engine', import.meta.url));

/** A wait that is written where it is used. */
const ownWait = /(Ms\b[^=<>\n]*= \[?|\b(sleep|pause)\(|\bpause = )[1-9]/;

test('no other file of the engine has waits of its own', () => {
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file !== 'timing.ts',
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => ownWait.test(readFileSync(`${engine}/${file}`, 'utf8')))).toEqual([]);
});

test('a reading in doubt is read often enough within the time that it has to stand', () => {
  const { firstMs } = paces.doubt;
  let last = firstMs;
  let passed = firstMs;
  for (let readings = 2; readings < leastReadings; readings += 1) {
    last = longer(last, paces.doubt);
    passed += last;
  }
  expect(passed).toBeLessThan(timing.fullStandMs);
});

test('a job that could not be looked up is looked at again for as long as it takes to blame the server', () => {
  expect(timing.jobAgainMs * (leastBroken.looks - 1)).toBeGreaterThan(leastBroken.ms);
});

test('a pause grows by its factor up to the longest', () => {
  expect([longer(3, paces.effect), longer(200, paces.effect)]).toEqual([3 * 1.4, 250]);
  expect(longer(20_000, paces.unasked)).toBe(40_000);
});
