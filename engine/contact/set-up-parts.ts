import { foreignProject, unknownId } from '../../generators/fixtures.ts';
import { pathIds } from '../../spec/parts.ts';
import type { NoReading } from '../../targets/observe.ts';
import { CouldNotRun } from '../../targets/volume-source.ts';
import { adviceOnMove } from '../../wire/advice.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { movedTo } from '../../wire/moved-to.ts';
import { pathSegment } from '../../wire/path.ts';
import { sendPatiently } from '../../wire/patient.ts';
import { inTheirWords } from '../../wire/said.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import type { Run } from '../fixtures/run.ts';
import { operationPath } from '../fixtures/sending.ts';
import type { VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import { jobIdOf, lostWords, outcomeOf } from '../judge/outcome.ts';
import type { Step } from '../step.ts';
import { timing } from '../timing.ts';
import { checkAnswers } from './contact.ts';
import { tryFirstVolume } from './first-volume.ts';
import { PartFailed } from './tried-part.ts';
import { withoutTwice } from './twice.ts';

// each answers what was seen, and throws where that did not go well, with what to do

/** Any answer, without credentials: whether they are good is another part. */
export async function reach(run: Run): Promise<string> {
  const exchange = await checkAnswers(run, 'none');
  // any other redirection may be that of a page that is not there
  if (movedTo(exchange)?.target !== undefined)
    throw new CouldNotRun(`no contact with ${run.target.url}: ${adviceOnMove(exchange)}`);
  return `${run.target.url} answers`;
}

/** Whether a token can be had, and is not denied; without one, whether the target wants none. */
export async function showCredentials(run: Run): Promise<string> {
  const { auth } = run.target.transport;
  const reply = await askForNothing(run);
  if (reply?.kind === 'none' && reply.reason === 'login') throw new CouldNotRun(reply.detail);
  if (auth.kind === 'none' && (reply?.kind !== 'answer' || reply.status !== 401))
    return 'none are sent, because the settings name none';
  if (reply === undefined || reply.kind === 'none')
    throw new PartFailed('unclear', `a request with them got no answer (${reply?.detail ?? 'it was not sent'})`);
  // 403 may be the word for whatever is not there
  if (reply.status === 401)
    throw new CouldNotRun(
      `${auth.kind === 'none' ? 'none are sent, which is' : 'they are'} denied, 401${inTheirWords(reply, auth.secrets)}: ${auth.advice(reply)}`,
    );
  return auth.kind === 'login' ? 'the login works' : 'they are not denied';
}

/** The reply, with the run's own credentials, about a volume that does not exist: from the look-up of volumes, or without one from the operation. */
async function askForNothing(run: Run): Promise<Exchange['reply'] | undefined> {
  const { target, clock, signal, contract, kind } = run;
  const { project = foreignProject } = target;
  if (target.observer.seesVolumes) {
    const { source } = await kind.read(target.observer, { project, id: unknownId });
    return source?.exchange.reply;
  }
  const path = operationPath(run, pathIds(contract, { project: pathSegment(project), volume: unknownId }));
  const { reply } = await sendPatiently(target.transport, { method: 'GET', path }, clock, { signal });
  return reply;
}

/** Whether the volume can be read back. */
export async function lookUp(run: Run, { observed, now, kind, volume }: VolumeUnderTest): Promise<string> {
  const { observer } = run.target;
  if (!observer.seesVolumes) return 'switched off: requests are judged by their answers alone';
  if (observed) return `it reads ${now.size} GB, ${now.status}`;
  const reading = await kind.read(observer, volume);
  if (reading.kind === 'volume')
    throw new PartFailed('unclear', `the volume could be read only after more than ${timing.setUpShowsMs / 1000} s`);
  throw unread(run, reading, 'volume');
}

/** The meaning of a failing look-up, with advice. */
function unread({ target, contract }: Run, { why, reason, source }: NoReading, what: 'volume' | 'job'): Error {
  const reply = source?.exchange.reply;
  if (why === 'lost') return new PartFailed('unclear', reason);
  if (why === 'denied' && reply?.kind === 'answer')
    return new CouldNotRun(`${reason}: ${target.transport.auth.advice(reply)}`);
  const url = why === 'gone' ? withoutTwice(target.url, contract.operation.path) : undefined;
  if (url !== undefined) return new CouldNotRun(`${reason}: the path stands twice in the URL, use --target ${url}`);
  return new CouldNotRun(
    `${reason}: set observe.${what} in the config file to the place where ${what}s are read, or to null if they cannot be read`,
  );
}

/** Whether a plain valid request is accepted and takes effect. `latest`: the step of it, once it was sent. */
export async function accept(fixtures: Fixtures, tested: VolumeUnderTest, latest: () => Step): Promise<string> {
  const contact = await tryFirstVolume(fixtures, tested);
  const { exchange, outcome, before, after } = latest();
  const { reply } = exchange;
  const { words, removes } = fixtures.run.operation.effect;
  const what = `a plain, valid ${words.request}`;
  if (contact === 'lost' || reply.kind === 'none')
    throw new PartFailed('unclear', `${what} was ${adviceOnMove(exchange) ?? lostWords(exchange)}`);
  if (outcome === 'refused') {
    const said = inTheirWords(reply, fixtures.run.target.transport.auth.secrets);
    throw new PartFailed('wrong', `${what} was refused, ${reply.status}${said}: the page says that it is accepted`);
  }
  if (contact !== undefined) throw new PartFailed('wrong', contact.reason);
  if (before === undefined || after === undefined) return `${what} was answered ${reply.status}`;
  const effect = removes ? `the volume is ${after.status}` : `the volume went from ${before.size} to ${after.size} GB`;
  return `${what} was answered ${reply.status}, and ${effect}`;
}

/** Whether the job of an accepted request can be read. */
export async function lookUpJob(run: Run, { exchange, case: { path } }: Step): Promise<string> {
  const { target, contract } = run;
  if (!target.observer.seesJobs) return 'jobs are not looked up';
  const job = jobIdOf(exchange, contract);
  if (job === undefined) throw new PartFailed('unclear', 'the answer names no job');
  const reading = await target.observer.job(path.project_id, job);
  if (reading.kind === 'job') return `it reads ${reading.status}`;
  throw unread(run, reading, 'job');
}

/** The accepted request, for a volume that does not exist: it has to be refused. */
export async function refuse(run: Run, { exchange: { request }, case: own }: Step): Promise<string> {
  const { contract, target, clock, signal } = run;
  const { step: _, ...same } = request;
  const ids = { project: pathSegment(own.path.project_id), volume: unknownId };
  const path = operationPath(run, pathIds(contract, ids));
  const exchange = await sendPatiently(target.transport, { ...same, path }, clock, { signal });
  const outcome = outcomeOf(exchange, contract);
  const { reply } = exchange;
  const what = 'the same request for a volume that does not exist was';
  if (outcome === 'none' || reply.kind === 'none')
    throw new PartFailed('unclear', `${what} ${adviceOnMove(exchange) ?? lostWords(exchange)}`);
  if (outcome === 'accepted')
    throw new PartFailed('wrong', `${what} accepted, ${reply.status}: nothing is refused there`);
  if (reply.status >= 500) throw new PartFailed('unclear', `${what} answered ${reply.status}, a server error`);
  return `${what} refused, ${reply.status}`;
}

/** Whether all was given back. */
export function tellTeardown({ target: { provisioner } }: Run): string {
  const { volumesCreated, left } = provisioner.summary();
  const [first] = left;
  if (first !== undefined)
    throw new CouldNotRun(`left behind: ${first.volume}: ${first.reason}: evs-conformance sweep tries again`);
  if (provisioner.keeps) return 'the volume was lent, and is given back as it is now';
  return `${volumesCreated === 1 ? 'the volume was' : `${volumesCreated} volumes were`} given back, nothing is left behind`;
}
