import { documented } from '../../generators/bodies.ts';
import type { Recipe } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import type { Room } from '../../generators/room.ts';
import { ownersOf, sizeOwners } from '../judge/owners.ts';
import { timeLimit } from '../judge/phrases.ts';
import type { Blocked, Step } from '../step.ts';
import { fitting } from './fit.ts';
import type { Lab } from './lab.ts';
import type { Subject } from './subject.ts';

/**
 * Sends a valid request and says why it does not anchor the volume; undefined where it does: it was accepted and the
 * volume grew, or, where nothing can be read, the volume refused its new size afterwards.
 */
export async function anchorVolume(
  lab: Lab,
  subject: Subject,
  recipe: Pick<Recipe, 'body' | 'size'>,
): Promise<Blocked | undefined> {
  const { room } = lab.run;
  const setup = { ...subject.setup, grown: subject.extensions };
  const { body, size } = fitting(lab.run, subject, recipe);
  const step = await lab.send(subject, { body, size }, { until: 'size' });
  const trouble = whyNotAccepted(step, { setup, size }, room);
  if (trouble !== undefined) return trouble;
  return step.ending === 'unseen' && !subject.observed ? refusesItsSize(lab, step, subject) : undefined;
}

/** Why an acceptance does not count; undefined where it does. */
export function whyNotAccepted(step: Step, asked: Pick<Recipe, 'setup' | 'size'>, room: Room): Blocked | undefined {
  if (step.outcome !== 'accepted') {
    const status = step.exchange.reply.kind === 'answer' ? step.exchange.reply.status : 'nothing';
    return { by: ownersOf(asked, room), reason: `the same volume answered ${status} to a valid extension` };
  }
  if (step.ending === 'failed') return { by: ownersOf(asked, room), reason: 'the job of a valid extension failed' };
  if (step.before === undefined && step.ending === 'unseen') return undefined;
  const grew = step.after !== undefined && step.before !== undefined && step.after.size > step.before.size;
  if (grew) return undefined;
  const limit = step.ending === 'unchanged' ? ` within ${timeLimit}` : '';
  return { by: sizeOwners, reason: `a valid extension was accepted and the volume was not seen to grow${limit}` };
}

/**
 * Where nothing can be read: a volume that refuses the size it was just given and takes the next one at once has taken the
 * first. A refusal alone may only say that it is busy, and an acceptance that the first is still under way.
 */
export async function refusesItsSize(lab: Lab, accepted: Step, subject: Subject): Promise<Blocked | undefined> {
  const { clock, patience, room, signal } = lab.run;
  const { body } = accepted.case;
  const hasRoom = subject.now.size < room.ceiling;
  const start = clock.now();
  let refused = 0;
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    const again = await lab.send(subject, { body, size: quantity('zero') }, { until: 'never' });
    if (again.outcome === 'refused') {
      refused += 1;
      const next = { body: documented(lab.run.contract.names), size: quantity('current', 1) };
      const more = hasRoom ? await lab.send(subject, next, { until: 'size', probing: true }) : undefined;
      if (more?.outcome === 'accepted') return isRefusedLater(lab, more, subject, clock.now() - start);
    }
    const waited = clock.now() - start;
    // at the end of the range nothing larger can be asked for: what is still refused after a while is no longer busy
    if (!hasRoom && refused > 1 && waited >= patience.ms('moment')) return undefined;
    if (waited >= patience.ms('size') || signal.aborted) break;
    await clock.sleep(pause, signal);
  }
  patience.inVain('size', clock.now() - start);
  return refused > 0 ? stillBusy : repeatable;
}

/** The first refusal may have been that of a busy volume: after three times as long it is busy no more. */
async function isRefusedLater(lab: Lab, accepted: Step, subject: Subject, ms: number): Promise<Blocked | undefined> {
  await lab.run.clock.sleep(Math.max(200, ms * 3), lab.run.signal);
  const { body } = accepted.case;
  const again = await lab.send(subject, { body, size: quantity('zero') }, { until: 'never' });
  return again.outcome === 'refused' ? undefined : repeatable;
}

const repeatable = {
  by: ['size.not-greater'],
  reason: 'an accepted extension could be repeated, so that it cannot be told from one without effect',
} as const;
const stillBusy = {
  by: ['effect.size'],
  reason: 'after an accepted extension everything was refused, so that it cannot be told from one without effect',
} as const;
