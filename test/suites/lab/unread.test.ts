import { expect, test } from 'vitest';
import { step } from '../../../suites/examples.ts';
import { refusesItsSize } from '../../../suites/lab/anchor.ts';
import type { Lab } from '../../../suites/lab/lab.ts';
import type { Subject } from '../../../suites/lab/subject.ts';
import type { Outcome } from '../../../suites/step.ts';
import { runAt } from './fake.ts';

/** What is made of an accepted extension of a volume that cannot be read: these come next, the last one for ever. */
async function troubleAfter(...outcomes: readonly Outcome[]) {
  const plain = runAt({ size: () => undefined });
  const run = { ...plain, room: { ...plain.room, ceiling: 100 } };
  let sent = 0;
  const send = async () => {
    const outcome = outcomes[Math.min(sent, outcomes.length - 1)] ?? 'none';
    sent += 1;
    return step({ outcome });
  };
  const subject = { now: { size: 20 } } as Subject;
  return refusesItsSize({ run, send } as unknown as Lab, step({}), subject);
}

test('a volume that refuses its size, takes the next one and refuses that as well has grown', async () => {
  expect(await troubleAfter('refused', 'accepted', 'refused')).toBeUndefined();
  // busy at first
  expect(await troubleAfter('refused', 'refused', 'refused', 'accepted', 'refused')).toBeUndefined();
});

test('one that was only busy when it refused its size has not', async () => {
  expect(await troubleAfter('refused', 'accepted', 'accepted')).toMatchObject({ by: ['size.not-greater'] });
});

test('nor has one that takes its size again, or nothing any more', async () => {
  expect(await troubleAfter('accepted')).toMatchObject({ by: ['size.not-greater'] });
  expect(await troubleAfter('refused')).toMatchObject({ by: ['effect.size'] });
});
