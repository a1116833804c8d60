import type { Recipe, Setup } from '../../generators/case.ts';
import { sizeOwners } from '../judge/owners.ts';
import { markOf } from '../step.ts';
import { isChanged, isReady, order, readAsLeft, suits } from './care.ts';
import type { Fits, Order } from './fleet.ts';
import type { Lab } from './lab.ts';
import { obtain } from './obtain.ts';
import { BlockedVolume, type Subject, Unavailable } from './subject.ts';

/** What one check has in hand. */
interface Leases {
  lease(setup: Setup, size?: Recipe['size'], use?: 'growing'): Promise<Subject>;
  release(subject: Subject): Promise<void>;
}

/** A check that needs more new volumes than this has found what there is to find. */
const maxVolumes = 150;

/** What a request does to other volumes shows within so many ms. */
const aftermathMs = 250;

/** Takes volumes from the fleet, or has them set up. `part` gives one back for good. */
export function openLeases(lab: Lab, part: (subject: Subject) => Promise<void>): Leases {
  const { run } = lab;
  const { fleet, target, signal } = run;
  const held = new Set<Subject>();
  let obtained = 0;

  async function lease(setup: Setup, size?: Recipe['size'], use?: 'growing'): Promise<Subject> {
    const fits = (subject: Subject): boolean => suits(run, subject, setup, size);
    const subject = (await idleOne(fits, order(run, size, use))) ?? (await newOne(setup, fits));
    held.add(subject);
    subject.keeper = lab.check;
    return subject;
  }

  async function idleOne(fits: Fits, first: Order): Promise<Subject | undefined> {
    for (;;) {
      const subject = fleet.take(fits, first);
      if (subject === undefined) return undefined;
      if ((await isReady(run, subject, 'ready')) && (await isUntouched(subject))) return subject;
      await part(subject);
    }
  }

  /** A volume that comes from another check is as that one left it; a change meanwhile is nobody's doing here. */
  async function isUntouched(subject: Subject): Promise<boolean> {
    if (!subject.observed || subject.keeper === lab.check) return true;
    const { now } = subject;
    const last = subject.refusal?.isOld === false ? subject.refusal.step : undefined;
    const reading = await readAsLeft(run, subject, 'effect.one-volume', last && markOf(last));
    if (reading === undefined) return false;
    subject.now = reading;
    if (last !== undefined) run.witness({ ...last, after: reading });
    if (!isChanged(now, reading)) return true;
    subject.spoilt = 'changed';
    run.note('effect.one-volume', `a volume that nobody worked on went from ${now.size} to ${reading.size} GB`);
    return false;
  }

  /** A volume of its own, extended as often as the set-up says; or one of the fleet that fits and was faster. */
  async function newOne(setup: Setup, fits: Fits): Promise<Subject> {
    if (run.alone()) await clear();
    if (obtained >= maxVolumes) throw new Unavailable(`more than ${maxVolumes} volumes were needed by this check`);
    const want = fleet.want(fits);
    const waits = (): AbortSignal => {
      void run.depart(partOne());
      return want.signal;
    };
    let subject: Subject;
    try {
      subject = await obtain(run, setup, { held: held.size, waits });
      obtained += 1;
    } catch (error) {
      const given = want.end();
      if (given === undefined) throw error;
      return given;
    }
    const given = want.end();
    if (given !== undefined) fleet.put(given);
    return grown(subject, setup);
  }

  async function grown(subject: Subject, setup: Setup): Promise<Subject> {
    try {
      if (setup.grown > 0 && !subject.observed)
        throw new Unavailable('an earlier extension cannot be seen to end here');
      for (let times = 0; times < setup.grown; times += 1) {
        const trouble = await lab.grow(subject);
        if (trouble !== undefined) throw new BlockedVolume(trouble);
        if (subject.spoilt !== undefined) throw new BlockedVolume(wrongSize);
        if (!(await isReady(run, subject, 'state'))) throw new BlockedVolume(notBack);
        if (subject.now.size >= run.room.ceiling) throw new Unavailable(noRoom(run.room.ceiling));
      }
      return subject;
    } catch (error) {
      await part(subject);
      throw error;
    }
  }

  /** No other volume is left when the next one comes, nor anything of what was done to one. */
  async function clear(): Promise<void> {
    await partIdle();
    // what the checks before gave back may still be there
    await run.departed();
    await run.clock.sleep(aftermathMs, signal);
  }

  /** Of the idle volumes the one that nobody has used for longest makes room. */
  async function partOne(): Promise<void> {
    const idle = fleet.take(() => true);
    if (idle !== undefined) await part(idle);
  }

  async function partIdle(): Promise<void> {
    for (let idle = fleet.take(() => true); idle !== undefined; idle = fleet.take(() => true)) await part(idle);
  }

  async function release(subject: Subject): Promise<void> {
    held.delete(subject);
    const pressed = target.custody.isPressed() && !fleet.isWanted(subject);
    if (subject.spoilt !== undefined || signal.aborted || pressed) await part(subject);
    else fleet.put(subject);
  }

  return { lease, release };
}

const noRoom = (ceiling: number): string => `the ${ceiling} GB of room are used up by the extensions before it`;
const wrongSize = { by: sizeOwners, reason: 'the volume did not end at the size asked for' } as const;
const notBack = { by: ['effect.attributes'], reason: 'the volume did not come back to its state' } as const;
