import { sized } from '../bench.ts';
import { all, answer, attempt, first, isAccepted, type Letter } from './attempt.ts';
import { hasEnvelope } from './response.ts';

const on = (body: string) => [{ size: 40 }, body] as const;

const NO_OS_EXTEND = [
  '{}',
  'null',
  '[]',
  '7',
  '""',
  'true',
  '{"new_size":200}',
  '[{"os-extend":{"new_size":200}}]',
  '{"data":{"os-extend":{"new_size":200}}}',
  '{"os-extend":null}',
  '{"os-extend":200}',
  '{"os-extend":[{"new_size":200}]}',
];
const NO_NEW_SIZE = ['{"os-extend":{}}', '{"os-extend":{"size":200}}', '{"os-extend":{"os-extend":{"new_size":200}}}'];
const NO_NUMBER = ['null', 'true', 'false', '[]', '[200]', '{}', '{"a":1}', '""', '"abc"', '"200abc"', '"200GB"'];
const NO_JSON = ['', '{"os-extend":{"new_size":200}', '{"os-extend":{"new_size":200', 'abc', `${sized(200)} abc`];
const EXTRA = [
  '{"os-extend":{"new_size":20001},"more":1}',
  '{"os-extend":{"new_size":200,"more":{}}}',
  '{"os-extend":{"new_size":300,"new_size":20000}}',
];

export const body = {
  'body.os-extend': all('refused', NO_OS_EXTEND.map(on)),
  'body.new-size': all('refused', NO_NEW_SIZE.map(on)),
  'body.new-size-type': all(
    'refused',
    NO_NUMBER.map((value) => on(sized(value))),
  ),
  'body.malformed': (bench) =>
    first(NO_JSON, async (text) => {
      const reply = await answer(bench, { size: 40 }, text);
      const isRight = reply.status >= 400 && reply.status < 500 && hasEnvelope(reply);
      return isRight ? undefined : `${reply.status} ${reply.text} to ${text}`;
    }),
  'body.numeric-string': (bench) => {
    return first(['"200"', '"20_0"', '"+200"', '" 200 "', '"２００"'], async (text) => {
      const { reply, after } = await attempt(bench, { size: 10 }, sized(text));
      if (reply.status >= 500) return `${reply.status} to ${text}`;
      return isAccepted(reply) && after.size !== 200 ? `${after.size} after ${text}` : undefined;
    });
  },
  'body.extra-keys': (bench) =>
    first(EXTRA, async (text) => {
      const { reply, after } = await attempt(bench, { size: 40 }, text);
      if (reply.status >= 500) return `${reply.status} to ${text}`;
      return isAccepted(reply) && !text.includes(`"new_size":${after.size}`)
        ? `${after.size} after ${text}`
        : undefined;
    }),
} satisfies Record<string, Letter>;
