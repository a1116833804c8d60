import { isJsonObject } from '../json.ts';
import { envelope, refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';

/** The reading of a body. Numbers beyond a double's range arrive as Infinity, for the upper bound to refuse. */
export const reading: Pick<Rules, 'refuseMediaType' | 'parseBody' | 'answerMalformed' | 'readSize' | 'toInteger'> = {
  refuseMediaType: () => undefined,

  parseBody: (text) => JSON.parse(text),

  answerMalformed: (_error, context) => envelope(refuse('malformed', 'the request body is not JSON'), context),

  readSize: (body) => {
    const extend = isJsonObject(body) && Object.hasOwn(body, 'os-extend') ? body['os-extend'] : undefined;
    if (!isJsonObject(extend)) return refuse('os-extend', 'os-extend is missing, or is not an object');
    if (!Object.hasOwn(extend, 'new_size')) return refuse('new-size', 'new_size is missing');
    const size = extend.new_size;
    return typeof size === 'number' ? size : refuse('type', 'new_size is not a number');
  },

  // the page takes "the integer before the point", which truncates towards zero, also for negative numbers
  toInteger: (raw) => Math.trunc(raw),
};
