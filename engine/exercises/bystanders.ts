import type { Recipe, Setup } from '../../generators/case.ts';
import type { Quantity } from '../../generators/quantity.ts';
import type { Contract } from '../../spec/contract.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import { doubtLasting, isReady } from '../fixtures/care.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { passingChange, readSteadily } from '../fixtures/steady.ts';
import { LostExchange, Unavailable, type VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import { changesOf } from '../judge/attributes.ts';
import { type Bystander, markOf, type Step, type Trace } from '../step.ts';
import { timing } from '../timing.ts';
import { mustDecide } from './intended.ts';

/** One request that must not touch other volumes: to which volume, and for which size. */
export interface Act {
  readonly to: 'plain' | 'attached' | 'shared';
  readonly size: Quantity;
  readonly times: number;
  /** `never` for one that has to be refused. */
  readonly until: 'effect' | 'state' | 'never';
}

/**
 * Sends requests to volumes between an older and a younger one of the same project and size, and looks after each request at all
 * other volumes. The recipe's variant chooses one act; the last variant is all acts in a row. `setups`: the other kinds of volumes, which need not be available.
 */
export function besideOthers(
  actsOf: (contract: Contract) => readonly Act[],
  setups: (fixtures: Fixtures) => Readonly<Record<'attached' | 'shared', Setup | undefined>>,
) {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> => {
    const acts = actsOf(fixtures.run.contract);
    const wanted = acts.filter((_, at) => recipe.variant === acts.length || recipe.variant === at);
    const { attached, shared } = setups(fixtures);
    const isOwn = wanted.some(({ to }) => to === 'plain');
    return runWithPlain(fixtures, recipe.setup, isOwn ? 3 : 2, [], (plain) =>
      runWithKinds(fixtures, { attached, shared }, wanted, (more) =>
        runWithKinds(fixtures, { attached }, wanted, (beside) => {
          // between an older and a younger one, as long as there are so many
          const own = isOwn ? (plain[1] ?? plain[0]) : undefined;
          const idle = [...plain.filter((one) => one !== own), ...beside.values()];
          if (idle.length + more.size + (own === undefined ? 0 : 1) <= leastBystanders) throw new Unavailable(tooFew);
          return perform(
            fixtures,
            wanted,
            new Map([...(own === undefined ? [] : [['plain', own] as const]), ...more]),
            idle,
          );
        }),
      ),
    );
  };
}

/** With fewer volumes besides the one addressed, the observations say little. */
const leastBystanders = 2;
const tooFew = `fewer than ${leastBystanders} volumes are available besides the one that the request addresses`;

/** Runs `work` with so many plain volumes, or as many as are available, but at least one. */
async function runWithPlain(
  fixtures: Fixtures,
  setup: Setup,
  most: number,
  held: readonly VolumeUnderTest[],
  work: (volumes: readonly VolumeUnderTest[]) => Promise<Trace>,
): Promise<Trace> {
  if (held.length === most) return work(held);
  let tested: VolumeUnderTest;
  try {
    tested = await fixtures.lease(setup);
  } catch (error) {
    if (!(error instanceof Unavailable) || held.length === 0) throw error;
    fixtures.run.note(
      fixtures.check,
      `only ${held.length} of ${most} plain volumes could be held at the same time: ${error.message}`,
    );
    return work(held);
  }
  try {
    return await runWithPlain(fixtures, setup, most, [...held, tested], work);
  } finally {
    await fixtures.release(tested);
  }
}

type SetupsByKind = Readonly<Partial<Record<Act['to'], Setup | undefined>>>;
type TestedByKind = ReadonlyMap<Act['to'], VolumeUnderTest>;

/** Runs `work` with a volume of each kind that an act needs; unavailable kinds are left out. */
async function runWithKinds(
  fixtures: Fixtures,
  kinds: SetupsByKind,
  wanted: readonly Act[],
  work: (volumes: TestedByKind) => Promise<Trace>,
): Promise<Trace> {
  const volumes = new Map<Act['to'], VolumeUnderTest>();
  try {
    for (const kind of new Set(wanted.map(({ to }) => to))) {
      const setup = kinds[kind];
      if (setup === undefined) continue;
      try {
        volumes.set(kind, await fixtures.lease(setup));
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
      }
    }
    return await work(volumes);
  } finally {
    for (const tested of volumes.values()) await fixtures.release(tested);
  }
}

async function perform(
  fixtures: Fixtures,
  wanted: readonly Act[],
  volumes: TestedByKind,
  idle: readonly VolumeUnderTest[],
): Promise<Trace> {
  if (volumes.size === 0) throw new Unavailable('no volume of this kind is available');
  const steps: Step[] = [];
  const body = fixtures.run.operation.effect.body(fixtures.run.contract);
  const all = [...idle, ...volumes.values()];
  /** Their next change may come from their own last request: one that was refused, or accepted and not seen to end. */
  const restless = new Set<VolumeUnderTest>();
  for (const { to, size, times, until } of wanted) {
    const tested = volumes.get(to);
    for (let time = 0; tested !== undefined && time < times; time += 1) {
      // what became of the last one is another requirement's to judge
      if (!(await isReady(fixtures.run, tested, 'ready'))) break;
      const step = await fixtures.send(tested, { body, size }, { until, brief: true });
      mustDecide(step);
      steps.push(step);
      if (step.ending === 'as-asked' && step.after?.status === tested.setup.status) restless.delete(tested);
      else restless.add(tested);
      const others = all.filter((one) => one !== tested && !restless.has(one));
      const bystanders = await Promise.all(others.map((one) => look(fixtures, one, step)));
      if (bystanders.some((one) => changesOf(one).length > 0)) return { steps, bystanders };
    }
  }
  await fixtures.run.clock.sleep(timing.othersAftermathMs, fixtures.run.signal);
  return { steps, bystanders: await Promise.all(idle.map((one) => look(fixtures, one, steps.at(-1)))) };
}

async function look(fixtures: Fixtures, tested: VolumeUnderTest, last: Step | undefined): Promise<Bystander> {
  const { now: before, volume, history, observed } = tested;
  const { id } = volume;
  const isOdd = (after: VolumeReading): boolean => changesOf({ id, before, after }).length > 0;
  const step = last && markOf(last);
  const doubt = { of: 'bystander', check: fixtures.check, isOdd, history, step } as const;
  const { reading, passing } = await readSteadily(fixtures.run, volume, doubt);
  if (passing !== undefined) fixtures.run.note(fixtures.run.operation.roles.others, passingChange(before, passing));
  if (reading.kind === 'volume') {
    if (isOdd(reading)) doubtLasting(fixtures.run, tested);
    tested.read(reading);
    return { id, before, after: reading };
  }
  // a volume that was seen to be there and is no more has changed as well
  if (reading.why === 'gone' && observed) return { id, before, after: 'gone' };
  throw new LostExchange(reading.reason);
}
