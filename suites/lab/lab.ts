import { documented } from '../../generators/bodies.ts';
import type { Recipe, Setup } from '../../generators/case.ts';
import { plainSize } from '../../generators/satisfy.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Hand } from '../../targets/custody.ts';
import type { Blocked, Step } from '../step.ts';
import { anchorVolume, ownerOf, refusesItsSize } from './anchor.ts';
import { farewell, isReady, suits } from './care.ts';
import { caseOf, extend, type Sending } from './extend.ts';
import { obtain } from './obtain.ts';
import type { Run } from './run.ts';
import { BlockedVolume, LostExchange, type Subject, Unavailable } from './subject.ts';

/** Where one check works: its own volumes, handed out, anchored, looked after and given back. */
export interface Lab {
  readonly run: Run;
  readonly check: RequirementId;
  /** Volumes that are not to be worked on as the check's own are obtained and given back with it. */
  readonly hand: Hand;
  /** A volume in this set-up on which the recipe makes sense. Throws `Unavailable` or `BlockedVolume`. */
  lease(setup: Setup, size?: Recipe['size']): Promise<Subject>;
  /** Hands a volume back to the lab, for the next case. */
  release(subject: Subject): Promise<void>;
  /** Sends a recipe to a volume. */
  send(
    subject: Subject,
    recipe: Pick<Recipe, 'body' | 'size'>,
    sending: Omit<Sending, 'check' | 'ordinal'>,
  ): Promise<Step>;
  /** The plain extension, for anchors and for volumes that have to have grown; undefined where it worked. */
  grow(subject: Subject): Promise<Blocked | undefined>;
  /** Refusals on this volume count only if it is anchored by the end of the check. */
  countRefusal(subject: Subject): void;
  /** Whether a volume in this set-up takes a valid request; asked once a set-up. */
  anchorSetup(setup: Setup, recipe: Pick<Recipe, 'body' | 'size'>): Promise<Blocked | undefined>;
  /** Where volumes cannot be read: whether an accepted extension was more than an answer. */
  confirmUnseen(subject: Subject, step: Step): Promise<Blocked | undefined>;
  /** Anchors what waits for it and gives every volume back. What could not be anchored is returned. */
  close(): Promise<readonly (Blocked & { readonly essential: boolean })[]>;
}

/** An anchor is tried on so many volumes. */
const attempts = 3;

/** A check that spoils more volumes than this has found what there is to find. */
const maxVolumes = 60;

/** Opens the lab of one check. `depart` takes over the volumes that are given back, so that the check need not wait. */
export function openLab(run: Run, check: RequirementId, depart: (work: Promise<void>) => void): Lab {
  const idle = new Set<Subject>();
  const hand = run.target.custody.hand(spare);
  const blocked: (Blocked & { readonly essential: boolean })[] = [];
  const anchored = new Map<string, Blocked | undefined>();
  let obtained = 0;
  let sent = 0;
  let crash: unknown;

  async function lease(setup: Setup, size?: Recipe['size']): Promise<Subject> {
    for (const subject of [...idle].filter((one) => sameSetup(one.setup, setup))) {
      // others who wait may have had it given back meanwhile
      if (!idle.delete(subject)) continue;
      if (suits(run, subject, size) && (await isReady(run, subject))) return subject;
      await leave(subject);
    }
    if (run.alone()) await leaveAll();
    if (obtained >= maxVolumes) throw new Unavailable(`more than ${maxVolumes} volumes were spoiled by this check`);
    obtained += 1;
    const subject = await obtain(run, hand, setup);
    try {
      if (setup.grown > 0 && !subject.observed)
        throw new Unavailable('an earlier extension cannot be seen to end here');
      for (let times = 0; times < setup.grown; times += 1) {
        const trouble = await lab.grow(subject);
        if (trouble !== undefined) throw new BlockedVolume(trouble);
        if (subject.spoiled) throw new BlockedVolume(wrongSize);
        if (!(await isReady(run, subject))) throw new BlockedVolume(notBack);
      }
      return subject;
    } catch (error) {
      await leave(subject);
      throw error;
    }
  }

  /**
   * Anchors what waits for it, reads the volume once more after a refusal, then gives it back: at the check's pace only
   * where volumes stand alone.
   */
  async function leave(subject: Subject): Promise<void> {
    const { setup } = subject;
    const waits = subject.unanchored > 0 && subject.anchor === 'none';
    let trouble: Blocked | 'lost' | undefined;
    try {
      if (waits) trouble = await anchor(subject);
    } finally {
      const work = farewell(run, hand, subject);
      if (run.alone()) await work;
      else depart(work);
    }
    // the stand-in may need the room of the one that is lost
    const left = trouble === 'lost' ? await alikeAnchor(setup) : trouble;
    if (left !== undefined) blocked.push({ ...left, essential: setup.essential });
  }

  async function anchor(subject: Subject): Promise<Blocked | 'lost' | undefined> {
    if (subject.lost) return 'lost';
    if (subject.spoiled) {
      return {
        by: 'effect.refusal',
        reason: 'the volume changed under a refusal, so that its refusals cannot be anchored',
      };
    }
    if (!(await isReady(run, subject))) {
      return { by: 'effect.refusal', reason: `the volume is in state "${subject.now.status}" after a refusal` };
    }
    try {
      return await lab.grow(subject);
    } catch (error) {
      if (!(error instanceof LostExchange)) throw error;
      return 'lost';
    }
  }

  /** No outcome could be had on a volume any more: one that is set up alike stands in for it. */
  async function alikeAnchor(setup: Setup): Promise<Blocked | undefined> {
    let lost = '';
    for (let attempt = 0; attempt < attempts && !run.signal.aborted; attempt += 1) {
      try {
        const size = plainSize(setup.size, run.room);
        return await lab.anchorSetup({ ...setup, grown: 0 }, { body: documented(run.contract.names), size });
      } catch (error) {
        if (error instanceof Unavailable) return { by: ownerOf(setup), reason: error.message };
        if (!(error instanceof LostExchange)) throw error;
        lost = error.message;
      }
    }
    return { by: ownerOf(setup), reason: `no outcome of the valid extension that is its anchor: ${lost}` };
  }

  async function leaveAll(): Promise<void> {
    const all = [...idle];
    idle.clear();
    if (run.alone()) for (const subject of all) await leave(subject);
    else {
      const left = await Promise.allSettled(all.map(leave));
      const failed = left.find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    }
  }

  /** Others wait for a volume: those that are not in use go back. */
  async function spare(): Promise<void> {
    try {
      await leaveAll();
    } catch (error) {
      crash ??= error;
    }
  }

  const lab: Lab = {
    run,
    check,
    hand,
    lease,
    async release(subject) {
      if (subject.spoiled || run.signal.aborted || run.target.custody.isPressed()) await leave(subject);
      else idle.add(subject);
    },
    send(subject, recipe, sending) {
      sent += 1;
      return extend(run, subject, caseOf(run, subject, recipe), { check, ordinal: sent, ...sending });
    },
    async grow(subject) {
      const recipe = { body: documented(run.contract.names), size: plainSize(subject.now.size, run.room) };
      subject.anchor = (await anchorVolume(lab, subject, recipe)) ?? 'good';
      return subject.anchor === 'good' ? undefined : subject.anchor;
    },
    async anchorSetup(setup, recipe) {
      const key = keyOf(setup);
      if (!anchored.has(key)) {
        const subject = await lease(setup, recipe.size);
        try {
          anchored.set(key, await anchorVolume(lab, subject, recipe));
        } finally {
          await lab.release(subject);
        }
      }
      return anchored.get(key);
    },
    async confirmUnseen(subject, step) {
      const trouble = await refusesItsSize(lab, step, subject);
      if (trouble === undefined) subject.anchor = 'good';
      return trouble;
    },
    countRefusal(subject) {
      if (subject.anchor === 'none') subject.unanchored += 1;
    },
    async close() {
      // anchoring can take further volumes, which go back as well
      while (idle.size > 0) await leaveAll();
      hand.close();
      if (crash !== undefined) throw crash;
      return blocked;
    },
  };
  return lab;
}

const wrongSize = { by: 'effect.size', reason: 'the volume did not end at the size asked for' } as const;
const notBack = { by: 'effect.attributes', reason: 'the volume did not come back to its state' } as const;

const sameSetup = (one: Setup, other: Setup): boolean => one === other || keyOf(one) === keyOf(other);

const keys = new WeakMap<Setup, string>();

function keyOf(setup: Setup): string {
  const key = keys.get(setup) ?? JSON.stringify(setup);
  keys.set(setup, key);
  return key;
}
