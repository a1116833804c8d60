import { roomOf } from '../../generators/room.ts';
import { plainSetup } from '../../generators/setups.ts';
import { openFixtures } from '../fixtures/open-fixtures.ts';
import type { VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import { openGuard } from '../guard/guard.ts';
import { openRun } from '../open-run.ts';
import { noRecorder } from '../recorder.ts';
import type { ReplayOptions } from '../replay.ts';
import type { Step } from '../step.ts';
import { accept, lookUp, lookUpJob, reach, refuse, showCredentials, tellTeardown } from './set-up-parts.ts';
import { openParts, type TriedPart } from './tried-part.ts';

/**
 * Tries the basis of a run, in seconds: the first contact of a run, part by part. It takes one volume and one accepted request,
 * which is sent once more for a volume that does not exist. `tell`: gets each part as it ends. Every volume obtained has been given
 * back, or the last part says otherwise. Throws only where we are broken.
 */
export async function trySetUp(
  options: ReplayOptions,
  tell: (tried: TriedPart) => void,
): Promise<readonly TriedPart[]> {
  const { contract, minSize, maxGb, target, operation } = options;
  const guard = openGuard(options.signal);
  const seen: Step[] = [];
  const recorder = { ...noRecorder, step: (step: Step) => void seen.push(step) };
  const whole = { ...options, contract: { contract }, recorder, smoke: true };
  const { run, emptyPool } = openRun(whole, guard, roomOf(contract, minSize, maxGb), []);
  const { part, tried } = openParts(target, guard.cut, tell);
  const fixtures = openFixtures(run, operation.roles.smokeTest);
  const leased: VolumeUnderTest[] = [];

  const isThere = await part('reach', true, () => reach(run));
  const isKnown = await part('credentials', isThere, () => showCredentials(run));
  const isSetUp = await part('volume', isKnown, async () => {
    const tested = await fixtures.lease(plainSetup(contract, run.room));
    leased.push(tested);
    return `${tested.volume.id} of project ${tested.volume.project} was set up`;
  });
  try {
    await part('volume look-up', isSetUp, () => lookUp(run, the(leased)));
    const isTaken = await part('acceptance', isSetUp, () => accept(fixtures, the(leased), () => the(seen)));
    await part('job look-up', isTaken, () => lookUpJob(run, the(seen)));
    await part('refusal', isTaken, () => refuse(run, the(seen)));
  } finally {
    for (const tested of leased) await fixtures.release(tested);
    await emptyPool();
  }
  await part('teardown', target.provisioner.summary().volumesCreated > 0, async () => tellTeardown(run));
  return tried;
}

/** The latest observation, which may have been shown more than once. */
function the<T>(all: readonly T[]): T {
  const one = all.at(-1);
  if (one === undefined) throw new TypeError('a part was tried before what it needs');
  return one;
}
