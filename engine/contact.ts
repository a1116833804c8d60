import { foreignProject, unknownId } from '../generators/fixtures.ts';
import { plainSetup } from '../generators/setups.ts';
import { pathIds } from '../spec/parts.ts';
import { CouldNotRun } from '../targets/volume-source.ts';
import { onVolume } from './exercises/intended.ts';
import { type FirstContact, tryFirstVolume } from './first-volume.ts';
import { openFixtures } from './fixtures/open-fixtures.ts';
import type { Run } from './fixtures/run.ts';
import { operationPath } from './fixtures/sending.ts';
import { Unfit } from './fixtures/set-ups.ts';
import { LostExchange, Unavailable } from './fixtures/volume-under-test.ts';
import { timing } from './timing.ts';

/**
 * First contact, before any row: the target answers HTTP, the state hook speaks its protocol, the credentials are good,
 * and both speak of the same volume. Answers what became of its valid request. Throws `CouldNotRun` where one of them does not hold.
 */
export async function makeContact(run: Run): Promise<FirstContact> {
  await checkAnswers(run);
  const fixtures = openFixtures(run, run.operation.roles.smokeTest);
  try {
    const setup = plainSetup(run.contract, run.room);
    return await onVolume(fixtures, [setup], (tested) => tryFirstVolume(fixtures, tested));
  } catch (error) {
    if (error instanceof Unfit && !run.signal.aborted)
      throw new CouldNotRun(`${error.message}: ${error.misfit.advice}`);
    // a wish that cannot be met, or an answer that decides nothing, is for the rows to tell
    if (!(error instanceof Unavailable || error instanceof LostExchange)) throw error;
    return error instanceof LostExchange ? 'lost' : undefined;
  } finally {
    await fixtures.close();
  }
}

const untrusted = 'its certificate is not accepted: name the authority that signed it as tls.ca of the config file';

/** Any HTTP answer will do; a connection lost on the way is tried again. */
async function checkAnswers(run: Run): Promise<void> {
  const { target, clock, signal, contract } = run;
  const path = operationPath(run, pathIds(contract, { project: foreignProject, volume: unknownId }));
  for (let attempt = 0; ; attempt += 1) {
    const { reply } = await target.transport.send({ method: 'GET', path });
    if (reply.kind === 'answer' || signal.aborted) return;
    if (reply.reason === 'login') throw new CouldNotRun(reply.detail);
    if (attempt >= 2 || reply.reason !== 'reset') {
      const hint = { timeout: 'it does not answer', tls: untrusted }[reply.reason as string];
      throw new CouldNotRun(
        `no contact with ${target.url}: ${hint ?? 'is the URL right, and is it up?'} (${reply.detail})`,
      );
    }
    await clock.sleep(timing.contactAgainMs, signal);
  }
}
