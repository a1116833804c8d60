import type { BackendOptions } from '../../../backend/backend.ts';
import { type BackendBench, createBench, fields, pathOf, type VolumePlace } from '../bench.ts';
import { first, isAccepted, type Letter, PAUSES_MS } from './attempt.ts';
import { deletionAnswers, isClientError } from './deletion-answers.ts';
import { isGone, remove, SETTLED_MS, UNKNOWN } from './deletion-attempt.ts';
import { oddRequests } from './odd.ts';
import { hasEnvelope } from './response.ts';

const OTHER = 'b'.repeat(32);
const TOKENS = { one: 'a'.repeat(32), two: OTHER };

/** The job and whether the volume is gone, looked at again and again. */
async function watch(bench: BackendBench) {
  const { place, job } = await remove(bench);
  const looks: { readonly status: unknown; readonly gone: boolean }[] = [];
  for (const pause of PAUSES_MS) {
    const status = fields(await bench.readJob(place, job)).status;
    looks.push({ status, gone: await isGone(bench, place) });
    bench.clock.advance(pause);
  }
  return looks;
}

/** All volumes but one, as text. */
const besides = ({ state }: BackendBench, place: VolumePlace): string =>
  JSON.stringify([...state.volumes.values()].filter(({ id }) => id !== place.volume_id));

/** Who asks for the deletion of a volume that is not theirs: by which project's path, with which token. */
const STRANGERS = [
  [undefined, undefined],
  [undefined, 'wrong'],
  [OTHER, 'one'],
  [undefined, 'two'],
  [OTHER, 'two'],
] as const;

/** The requirements of a deletion, taken by the letter. */
export const deletion = (options: BackendOptions) =>
  ({
    'operation.route': async (bench) => {
      const { reply } = await remove(bench);
      return isAccepted(reply) ? undefined : `${reply.status} ${reply.text}`;
    },
    ...deletionAnswers,
    ...oddRequests(options, true),
    'effect.deleted': async (bench) => {
      const { place, reply } = await remove(bench);
      if (!isAccepted(reply)) return undefined;
      bench.clock.advance(SETTLED_MS);
      if (!(await isGone(bench, place))) return `the volume is ${(await bench.read(place)).status}`;
      const list = await bench.send('GET', `/v2/${place.project_id}/cloudvolumes/detail`);
      return list.text.includes(place.volume_id) ? 'the list still has it' : undefined;
    },
    'effect.refusal': () =>
      first(STRANGERS, async ([project, token]) => {
        const bench = createBench({ ...options, tokens: TOKENS });
        const own = await bench.setUp();
        const reply = await bench.remove({ ...own, project_id: project ?? own.project_id }, token);
        bench.clock.advance(SETTLED_MS);
        return isAccepted(reply) || !(await isGone(bench, own)) ? undefined : `gone after ${reply.status}`;
      }),
    'effect.others': async (bench) => {
      const [, place] = [await bench.setUp({ size: 40 }), await bench.setUp({ size: 40 }), await bench.setUp()];
      const before = besides(bench, place);
      for (let times = 0; times < 2; times += 1) {
        await bench.remove(place);
        bench.clock.advance(SETTLED_MS);
      }
      return besides(bench, place) === before ? undefined : besides(bench, place);
    },
    'delete.again': (bench) =>
      first([0, SETTLED_MS], async (pause) => {
        const [, place] = [await bench.setUp(), await bench.setUp()];
        await bench.remove(place);
        const before = besides(bench, place);
        bench.clock.advance(pause);
        const { status, text } = await bench.remove(place);
        bench.clock.advance(SETTLED_MS);
        if (status >= 500) return `${status} ${text}`;
        return besides(bench, place) === before ? undefined : besides(bench, place);
      }),
    'job.reachable': async (bench) => {
      const { place, reply, job } = await remove(bench);
      if (!isAccepted(reply)) return undefined;
      bench.clock.advance(SETTLED_MS);
      const found = await bench.readJob(place, job);
      if (found.status !== 200 || fields(found).job_id !== job) return `${found.status} ${found.text}`;
      return ['SUCCESS', 'FAIL'].includes(String(fields(found).status)) ? undefined : `ends as ${found.text}`;
    },
    'job.vocabulary': async (bench) => {
      const words = (await watch(bench)).flatMap(({ status }) => (status === undefined ? [] : [String(status)]));
      const order = ['INIT', 'RUNNING', 'SUCCESS', 'FAIL'];
      const stranger = words.find((word) => !order.includes(word));
      if (stranger !== undefined) return `status ${stranger}`;
      return words.every((word, at) => order.indexOf(word) >= order.indexOf(words[at - 1] ?? 'INIT'))
        ? undefined
        : words.join(' ');
    },
    'job.truthful': async (bench) => {
      const looks = await watch(bench);
      const success = looks.findIndex(({ status }) => status === 'SUCCESS');
      return success < 0 || looks.slice(success).every(({ gone }) => gone) ? undefined : 'SUCCESS, and it is there';
    },
    'path.unknown': async (bench) => {
      const { project_id } = await bench.setUp();
      return first(UNKNOWN, async (volume_id) => {
        const reply = await bench.remove({ project_id, volume_id });
        return isClientError(reply) && hasEnvelope(reply) ? undefined : `${reply.status} ${reply.text} to ${volume_id}`;
      });
    },
    'path.method': (bench) =>
      first(['PATCH', 'PUT', 'POST', 'OPTIONS', 'HEAD', 'TRACE'], async (method) => {
        const place = await bench.setUp();
        await bench.send(method, pathOf(place));
        bench.clock.advance(SETTLED_MS);
        return (await isGone(bench, place)) ? `${method} deletes` : undefined;
      }),
    'auth.required': () =>
      first([undefined, 'wrong'], async (token) => {
        const bench = createBench({ ...options, tokens: TOKENS });
        return isAccepted(await bench.remove(await bench.setUp(), token)) ? `token ${token} is let in` : undefined;
      }),
    'auth.project': async () => {
      const bench = createBench({ ...options, tokens: TOKENS });
      const own = await bench.setUp();
      const foreign = await bench.setUp({ tenant: 'other' });
      return first([{ ...own, project_id: OTHER }, foreign, { ...foreign, project_id: OTHER }], async (place) =>
        isAccepted(await bench.remove(place, 'one')) ? `${pathOf(place)} is let in` : undefined,
      );
    },
    'concurrency.side-by-side': async (bench) => {
      const places = [await bench.setUp(), await bench.setUp(), await bench.setUp()];
      const replies = await Promise.all(places.map((place) => bench.remove(place)));
      return replies.every(isAccepted) || !replies.some(isAccepted) ? undefined : 'one is refused beside others';
    },
  }) satisfies Record<string, Letter>;
