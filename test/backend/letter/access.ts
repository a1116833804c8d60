import type { BackendOptions } from '../../../backend/backend.ts';
import { createBench, pathOf, sized } from '../bench.ts';
import { first, isAccepted, type Letter, PAUSES_MS } from './attempt.ts';
import { hasEnvelope } from './response.ts';

const OTHER = 'b'.repeat(32);
const TOKENS = { one: 'a'.repeat(32), two: OTHER };

/** Query and headers of requests that are to be denied. */
const CREDENTIALS = [
  ['', {}],
  ['', { 'x-auth-token': 'wrong' }],
  ['', { 'x-auth-token': '' }],
  ['?x-auth-token=one', {}],
  ['', { 'x-subject-token': 'one' }],
] as const;

/** The rows about who may do what: they need tokens, so they make their own bench. */
export const access = (options: BackendOptions) =>
  ({
    'path.unknown-volume': async (bench) => {
      const { project_id, volume_id: own } = await bench.setUp();
      const strange = ['99999999-0000-4000-8000-000000000000', 'nonsense', own.slice(0, 8), `${own}-none`];
      return first(strange, async (volume_id) => {
        const reply = await bench.extend({ project_id, volume_id }, sized(32_768));
        const isRight = reply.status >= 400 && reply.status < 500 && hasEnvelope(reply);
        return isRight ? undefined : `${reply.status} ${reply.text} to ${volume_id}`;
      });
    },
    'path.method': (bench) =>
      first(['PUT', 'PATCH', 'DELETE'], async (method) => {
        const place = await bench.setUp({ size: 40 });
        await bench.send(method, `${pathOf(place)}/action`, sized(50));
        bench.clock.advance(1000);
        return (await bench.read(place)).size === 40 ? undefined : `${method} extends`;
      }),
    'auth.required': () =>
      first(CREDENTIALS, async ([query, headers]) => {
        const bench = createBench({ ...options, tokens: TOKENS });
        const reply = await bench.ask('POST', `${pathOf(await bench.setUp())}/action${query}`, headers, sized(50));
        return isAccepted(reply) ? `${query} ${JSON.stringify(headers)} is let in` : undefined;
      }),
    'auth.project': async () => {
      const bench = createBench({ ...options, tokens: TOKENS });
      const own = await bench.setUp();
      const foreign = await bench.setUp({ tenant: 'other' });
      return first([{ ...own, project_id: OTHER }, foreign, { ...foreign, project_id: OTHER }], async (place) => {
        const reply = await bench.extend(place, sized(50), 'one');
        return isAccepted(reply) ? `${pathOf(place)} is let in` : undefined;
      });
    },
    'concurrency.lost-update': (bench) =>
      first(
        [
          [50, 60],
          [60, 50],
          [30000, 20000],
        ] as const,
        async ([one, two]) => {
          const place = await bench.setUp({ size: 40 });
          const replies = [await bench.extend(place, sized(one)), await bench.extend(place, sized(two))];
          const accepted: readonly number[] = [one, two].filter(
            (_size, index) => replies[index] && isAccepted(replies[index]),
          );
          const seen: number[] = [40];
          for (const pause of PAUSES_MS) {
            bench.clock.advance(pause);
            seen.push(Number((await bench.read(place)).size));
          }
          if (seen.some((size, index) => size < (seen[index - 1] ?? 0))) return `shrinks: ${seen.join(' ')}`;
          return accepted.length === 0 || accepted.includes(seen.at(-1) ?? 0) ? undefined : `ends at ${seen.at(-1)}`;
        },
      ),
  }) satisfies Record<string, Letter>;
