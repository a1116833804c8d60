import { foreignProject, unknownId } from '../../generators/fixtures.ts';
import { plainSetup } from '../../generators/setups.ts';
import { pathIds } from '../../spec/parts.ts';
import { CouldNotRun } from '../../targets/volume-source.ts';
import { adviceOn, adviceOnStranger } from '../../wire/advice.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { onVolume } from '../exercises/intended.ts';
import { openFixtures } from '../fixtures/open-fixtures.ts';
import type { Run } from '../fixtures/run.ts';
import { operationPath } from '../fixtures/sending.ts';
import { Unfit } from '../fixtures/set-ups.ts';
import { LostExchange, Unavailable } from '../fixtures/volume-under-test.ts';
import { timing } from '../timing.ts';
import { type FirstContact, tryFirstVolume } from './first-volume.ts';

/**
 * First contact, before any row: the target answers HTTP, the state hook speaks its protocol, the credentials are good,
 * and both mean the same volume. Returns the result of its valid request. Throws `CouldNotRun` if one of these does not hold.
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

/**
 * Any HTTP answer of the service will do; a connection lost on the way is tried again. `credentials`: of the request, by default
 * one's own. Throws `CouldNotRun`.
 */
export async function checkAnswers(run: Run, credentials: WireRequest['credentials'] = 'own'): Promise<Exchange> {
  const { target, clock, signal, contract } = run;
  const path = operationPath(run, pathIds(contract, { project: foreignProject, volume: unknownId }));
  for (let attempt = 0; ; attempt += 1) {
    const exchange = await target.transport.send({ method: 'GET', path, credentials });
    const { reply, url } = exchange;
    if (signal.aborted) return exchange;
    if (reply.kind === 'answer') {
      const advice = adviceOnStranger(reply, url);
      if (advice === undefined) return exchange;
      throw new CouldNotRun(`no contact with ${target.url}: ${advice} (answered ${reply.status})`);
    }
    if (reply.reason === 'login') throw new CouldNotRun(reply.detail);
    if (attempt >= 2 || reply.reason !== 'reset') {
      const advice = adviceOn(reply, url) ?? 'is the URL right, and is the service up?';
      throw new CouldNotRun(`no contact with ${target.url}: ${advice} (${reply.detail})`);
    }
    await clock.sleep(timing.contactAgainMs, signal);
  }
}
