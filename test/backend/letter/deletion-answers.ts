import { type BackendBench, type BackendReply, fields } from '../bench.ts';
import { isAccepted, type Letter } from './attempt.ts';
import { remove, SETTLED_MS, UNKNOWN } from './deletion-attempt.ts';
import { absent, hasEnvelope, isLabelled } from './response.ts';

/** Every refusal: of ids that name nothing, of an attached volume, of a second deletion while the first runs and after it. */
async function refusals(bench: BackendBench): Promise<readonly BackendReply[]> {
  const { place } = await remove(bench);
  const replies = [await bench.remove(place)];
  bench.clock.advance(SETTLED_MS);
  replies.push(await bench.remove(place));
  replies.push(await bench.remove(await bench.setUp({ status: 'in-use', servers: ['ACTIVE'] })));
  for (const volume_id of UNKNOWN) replies.push(await bench.remove({ ...place, volume_id }));
  return replies.filter((reply) => !isAccepted(reply));
}

const everyRefusal =
  (isRight: (reply: BackendReply) => boolean): Letter =>
  async (bench) => {
    const wrong = (await refusals(bench)).find((reply) => !isRight(reply));
    return wrong && `${wrong.status} ${wrong.text}`;
  };

const success =
  (isRight: (reply: BackendReply) => boolean): Letter =>
  async (bench) => {
    const { reply } = await remove(bench);
    return !isAccepted(reply) || isRight(reply) ? undefined : `${reply.status} ${reply.text}`;
  };

export const isClientError = ({ status }: BackendReply): boolean => status >= 400 && status < 500;

/** What is answered to a deletion. */
export const deletionAnswers = {
  'response.success-status': success(({ status }) => status === 200),
  'response.body': success((reply) => {
    const { job_id } = fields(reply);
    return typeof job_id === 'string' && job_id !== '';
  }),
  'response.error-status': everyRefusal(({ status }) => status !== 200),
  'response.client-error': everyRefusal(isClientError),
  'response.error-envelope': everyRefusal(hasEnvelope),
  'response.exclusive': async (bench) =>
    (await everyRefusal((reply) => absent(reply, 'job_id'))(bench)) ??
    success((reply) => absent(reply, 'error'))(bench),
  'response.media-type': async (bench) => (await everyRefusal(isLabelled)(bench)) ?? success(isLabelled)(bench),
} satisfies Record<string, Letter>;
