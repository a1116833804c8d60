import { documented } from '../../generators/bodies.ts';
import type { Recipe, Setup } from '../../generators/case.ts';
import { type Quantity, quantity } from '../../generators/quantity.ts';
import { extensionOf } from '../../spec/extension.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import { isReady } from '../fixtures/care.ts';
import type { Lab } from '../fixtures/lab-interface.ts';
import { passingChange, readSteadily } from '../fixtures/steady.ts';
import { LostExchange, type Subject, Unavailable } from '../fixtures/subject.ts';
import { changesOf } from '../judge/attributes.ts';
import { type Bystander, markOf, type Step, type Trace } from '../step.ts';
import { timing } from '../timing.ts';
import { mustDecide } from './intended.ts';

/** One request that must not touch other volumes: to which volume, and for which size. */
interface Act {
  readonly to: 'plain' | 'attached' | 'shared';
  readonly size: Quantity;
  readonly times: number;
  /** `never` for one that has to be refused. */
  readonly until: 'state' | 'never';
}

const growing = { size: quantity('current', 10), times: 1, until: 'state' } as const;

const acts: readonly Act[] = [
  { ...growing, to: 'plain' },
  { ...growing, to: 'plain', size: quantity('current'), until: 'never' },
  { ...growing, to: 'plain', size: quantity('current', 10, { tail: '.5' }) },
  { ...growing, to: 'attached' },
  { ...growing, to: 'shared' },
  { ...growing, to: 'plain', times: 2 },
];

/** The variants of the check: each act by itself, smaller ones first, and then all in a row. */
export const bystanderVariants = acts.length + 1;

/**
 * Sends requests to volumes between an older and a younger one of the same project and size, and looks after each at all
 * that it was not for. `setups`: the other kinds of volumes, which need not be to be had.
 */
export function besideOthers(setups: (lab: Lab) => Readonly<Record<'attached' | 'shared', Setup | undefined>>) {
  return (lab: Lab, recipe: Recipe): Promise<Trace> => {
    const wanted = acts.filter((_, at) => recipe.variant === acts.length || recipe.variant === at);
    const { attached, shared } = setups(lab);
    const isOwn = wanted.some(({ to }) => to === 'plain');
    return withPlain(lab, recipe.setup, isOwn ? 3 : 2, [], (plain) =>
      withKinds(lab, { attached, shared }, wanted, (more) =>
        withKinds(lab, { attached }, wanted, (beside) => {
          // between an older and a younger one, as long as there are so many
          const own = isOwn ? (plain[1] ?? plain[0]) : undefined;
          const idle = [...plain.filter((one) => one !== own), ...beside.values()];
          if (idle.length + more.size + (own === undefined ? 0 : 1) <= leastBystanders) throw new Unavailable(tooFew);
          return perform(
            lab,
            wanted,
            new Map([...(own === undefined ? [] : [['plain', own] as const]), ...more]),
            idle,
          );
        }),
      ),
    );
  };
}

/** With fewer volumes beside the one that is extended, what is seen says little. */
const leastBystanders = 2;
const tooFew = `fewer than ${leastBystanders} volumes are to be had beside the one that is extended`;

/** Runs `work` with so many plain volumes, or as many as are to be had, one at least. */
async function withPlain(
  lab: Lab,
  setup: Setup,
  most: number,
  held: readonly Subject[],
  work: (subjects: readonly Subject[]) => Promise<Trace>,
): Promise<Trace> {
  if (held.length === most) return work(held);
  let subject: Subject;
  try {
    subject = await lab.lease(setup);
  } catch (error) {
    if (!(error instanceof Unavailable) || held.length === 0) throw error;
    lab.run.note(lab.check, `only ${held.length} of ${most} plain volumes stood side by side: ${error.message}`);
    return work(held);
  }
  try {
    return await withPlain(lab, setup, most, [...held, subject], work);
  } finally {
    await lab.release(subject);
  }
}

type Kinds = Readonly<Partial<Record<Act['to'], Setup | undefined>>>;
type Subjects = ReadonlyMap<Act['to'], Subject>;

/** Runs `work` with a volume of each kind that an act needs; those that are not to be had are left away. */
async function withKinds(
  lab: Lab,
  kinds: Kinds,
  wanted: readonly Act[],
  work: (subjects: Subjects) => Promise<Trace>,
): Promise<Trace> {
  const subjects = new Map<Act['to'], Subject>();
  try {
    for (const kind of new Set(wanted.map(({ to }) => to))) {
      const setup = kinds[kind];
      if (setup === undefined) continue;
      try {
        subjects.set(kind, await lab.lease(setup));
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
      }
    }
    return await work(subjects);
  } finally {
    for (const subject of subjects.values()) await lab.release(subject);
  }
}

async function perform(lab: Lab, wanted: readonly Act[], subjects: Subjects, idle: readonly Subject[]): Promise<Trace> {
  if (subjects.size === 0) throw new Unavailable('no volume of this kind is to be had');
  const steps: Step[] = [];
  const body = documented(extensionOf(lab.run.contract));
  const all = [...idle, ...subjects.values()];
  /** What these do next may be of their own last request: one that was refused, or accepted and not seen to end. */
  const restless = new Set<Subject>();
  for (const { to, size, times, until } of wanted) {
    const subject = subjects.get(to);
    for (let time = 0; subject !== undefined && time < times; time += 1) {
      // what became of the last one is another requirement's to judge
      if (!(await isReady(lab.run, subject, 'ready'))) break;
      const step = await lab.send(subject, { body, size }, { until, brief: true });
      mustDecide(step);
      steps.push(step);
      if (step.ending === 'as-asked' && step.after?.status === subject.setup.status) restless.delete(subject);
      else restless.add(subject);
      const others = all.filter((one) => one !== subject && !restless.has(one));
      const bystanders = await Promise.all(others.map((one) => look(lab, one, step)));
      if (bystanders.some((one) => changesOf(one).length > 0)) return { steps, bystanders };
    }
  }
  await lab.run.clock.sleep(timing.othersAftermathMs, lab.run.signal);
  return { steps, bystanders: await Promise.all(idle.map((one) => look(lab, one, steps.at(-1)))) };
}

async function look(lab: Lab, subject: Subject, last: Step | undefined): Promise<Bystander> {
  const { now: before, volume, history, observed } = subject;
  const { id } = volume;
  const isOdd = (after: VolumeReading): boolean => changesOf({ id, before, after }).length > 0;
  const step = last && markOf(last);
  const doubt = { of: 'bystander', check: lab.check, isOdd, history, step } as const;
  const { reading, passing } = await readSteadily(lab.run, volume, doubt);
  if (passing !== undefined) lab.run.note(lab.run.operation.roles.others, passingChange(before, passing));
  if (reading.kind === 'volume') {
    subject.read(reading);
    return { id, before, after: reading };
  }
  // a volume that was seen to be there and is no more has changed as well
  if (reading.why === 'gone' && observed) return { id, before, after: 'gone' };
  throw new LostExchange(reading.reason);
}
