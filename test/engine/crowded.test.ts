import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../engine/checking/assessment.ts';
import type { CaseRunner, Examined } from '../../engine/checking/case-runner.ts';
import { runCheck } from '../../engine/checking/run-check.ts';
import type { Recipe } from '../../generators/case.ts';
import { step } from '../../suites/extend-volume/examples.ts';
import { openService } from './fixtures/service.ts';
import { numbers, sized } from './numbers.ts';

const evidence = { trace: sized(1) };
const held: Assessment = { kind: 'held', observed: true, evidence };
const crowded: Assessment = { kind: 'crowded', evidence };
const unclear = (reason: string): Assessment => ({ kind: 'unclear', reason });
const complaint = (size: number): Assessment => ({
  kind: 'complaint',
  complaint: { kind: 'wrong', text: `wrong at ${size}`, step: step({ body: String(size) }) },
  observed: true,
  foundAfter: size,
  evidence: { trace: sized(size) },
});
const anew = { reason: expect.stringContaining('judged again, one by one') };

/** Runs a check whose cases come to what `says` says, by the number of the case, from 1, and its size. */
async function runWith(says: (at: number, size: number) => Examined, runs = 12) {
  const drawn: Recipe[] = [];
  const runner: CaseRunner = {
    async examine(recipe) {
      drawn.push(recipe);
      return says(drawn.length, recipe.size.plus);
    },
    examineBeside: () => Promise.reject(new TypeError('nothing is beside it')),
    close: async () => ({ uncontrolled: [] }),
  };
  const { contract, room } = openService({}).run;
  const finding = await runCheck(numbers({}), runner, { contract, room, budget: { runs, extensions: 12 }, seed: 3 });
  return { finding, sizes: drawn.map(({ size }) => size.plus) };
}

describe('a case that was crowded', () => {
  test.each([1, 2, 7, 12])('has all cases drawn once more, the same ones (the case number %i)', async (at) => {
    const { finding, sizes } = await runWith((which) => (which === at ? crowded : held));
    expect(sizes.slice(at)).toEqual((await runWith(() => held)).sizes);
    expect(sizes.slice(0, at)).toEqual(sizes.slice(at, 2 * at));
    expect(finding).toMatchObject({ runs: 12, failure: undefined, doubts: [], notes: [anew] });
  });

  test('leaves nothing of the first drawing in the row: neither what held nor what could not be told', async () => {
    const says = (at: number): Assessment => (at < 4 ? unclear(`first ${at}`) : at === 4 ? crowded : held);
    expect((await runWith(says)).finding).toMatchObject({ runs: 12, doubts: [], notes: [anew] });
    const later = (at: number): Assessment => (at < 4 ? held : at === 4 ? crowded : unclear('later'));
    expect((await runWith(later)).finding).toMatchObject({ runs: 0, doubts: [{ reason: 'later' }], notes: [anew] });
    const crashed = (at: number): Examined =>
      at === 1 ? { kind: 'crashed', reason: 'boom' } : at === 2 ? crowded : held;
    expect((await runWith(crashed)).finding).toMatchObject({ runs: 12, crash: undefined, notes: [anew] });
  });

  test('while a smaller case is searched takes nothing back of what failed', async () => {
    // the next case after the one that failed is a smaller one
    const says = (isLasting: boolean) => {
      let crowdedAt = Number.POSITIVE_INFINITY;
      let failedAt = Number.POSITIVE_INFINITY;
      return (at: number, size: number): Assessment => {
        if (at === failedAt + 1) crowdedAt = at;
        if (at === crowdedAt) return crowded;
        if (at < 3 || size < 20 || (at > crowdedAt && !isLasting)) return held;
        failedAt = Math.min(failedAt, at);
        return complaint(size);
      };
    };
    for (const isLasting of [false, true]) {
      const { finding } = await runWith(says(isLasting), 30);
      expect(finding.failure?.complaint.text).toMatch(/^wrong at /);
      expect(finding.notes).toEqual([]);
    }
  });

  test('once more, one by one, is a case like any other: the cases are not drawn a third time', async () => {
    const { finding, sizes } = await runWith((at) => (at % 3 === 0 ? crowded : held));
    expect(sizes.length).toBe(3 + 12);
    expect(finding).toMatchObject({ runs: 12, observed: true, doubts: [], notes: [anew] });
  });

  test('is not there where none was', async () => {
    const { finding, sizes } = await runWith(() => held);
    expect(sizes.length).toBe(12);
    expect(finding.notes).toEqual([]);
  });
});
