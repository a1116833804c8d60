import { CouldNotRun } from '../../targets/volume-source.ts';
import type { WireAnswer } from '../../wire/exchange.ts';
import { inTheirWords } from '../../wire/said.ts';
import { isTooLarge, shorten } from '../../wire/too-large.ts';
import { whyNotAccepted } from '../fixtures/control.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import type { Run } from '../fixtures/run.ts';
import type { VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import type { Blocked, Step } from '../step.ts';
import { withoutTwice } from './twice.ts';

/** Why the first valid request proves nothing, though it was accepted; or that it got no answer that decides anything. */
export type FirstContact = Blocked | 'lost' | undefined;

/**
 * Extends the first volume. Throws `CouldNotRun` if the credentials are wrong or too long, or if the target does not know
 * the volume. A target that shows it and refuses is judged, and so is a target without look-ups of volumes. Returns the
 * result of its request.
 */
export async function tryFirstVolume(fixtures: Fixtures, tested: VolumeUnderTest): Promise<FirstContact> {
  const { run } = fixtures;
  const plain = run.operation.control(run.contract, tested.now, run.room);
  const step = await fixtures.send(tested, plain, { until: 'effect' });
  const { reply } = step.exchange;
  if (reply.kind === 'none' || step.outcome === 'none') return 'lost';
  if (reply.status === 401 || reply.status === 403) {
    const { auth } = run.target.transport;
    throw new CouldNotRun(`the first valid request was answered ${answerOf(reply, run)}: ${auth.advice(reply)}`);
  }
  if (isTooLarge(reply))
    throw new CouldNotRun(`the first valid request was answered ${answerOf(reply, run)}: ${shorten(step.exchange)}`);
  const isUnseen = !tested.observed && run.target.observer.seesVolumes;
  if (step.outcome === 'accepted' && isUnseen)
    run.note(run.operation.roles.smokeTest, blind(await lookUp(run, tested)));
  if (step.outcome === 'accepted') return whyNotAccepted(step, { ...plain, setup: tested.setup }, run);
  if (step.outcome !== 'refused') return undefined;
  const url = twice(run, reply);
  if (url !== undefined)
    throw new CouldNotRun(`${said(step, reply, run)}: its path stands twice in the URL, use --target ${url}`);
  if (!isUnseen) return undefined;
  throw new CouldNotRun(
    `the target does not know the volume ${idsOf(tested)} that was set up: ${await lookUp(run, tested)}, and ${said(step, reply, run)}: ${sameService}`,
  );
}

const blind = (lookUp: string): string =>
  `volumes cannot be read back (${lookUp}): requests are judged by their answers alone`;

/** The URL to use, where the operation is not found below one that says part of its path already. */
const twice = ({ target, contract }: Run, { status }: WireAnswer): string | undefined =>
  status === 404 || status === 405 ? withoutTwice(target.url, contract.operation.path) : undefined;

async function lookUp({ target }: Run, { kind, volume }: VolumeUnderTest): Promise<string> {
  const reading = await kind.read(target.observer, volume);
  return reading.kind === 'unreadable' ? reading.reason : 'it could be read only a moment later';
}

/** `POST http://… answered 404 ("no such path")`. */
const said = ({ exchange: { request, url } }: Step, reply: WireAnswer, run: Run): string =>
  `${request.method} ${url}, the first valid request, answered ${answerOf(reply, run)}`;

const answerOf = (reply: WireAnswer, run: Run): string =>
  `${reply.status}${inTheirWords(reply, run.target.transport.auth.secrets)}`;

/** As they are, blanks included. */
const idsOf = ({ volume: { id, project } }: VolumeUnderTest): string =>
  `${JSON.stringify(id)} of project ${JSON.stringify(project)}`;

const sameService = 'check that volumes are set up in the service and region of the URL';
