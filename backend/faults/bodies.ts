import { plain } from '../answers.ts';
import { family } from '../fault.ts';
import { acceptingIdly, member, newSizeOf, reading } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';
import type { Change } from '../rules.ts';

/** Reads the size from another body than the one received. */
const unwrapping =
  (unwrap: (body: unknown) => unknown): Change =>
  (rules) => ({ readSize: (body, text) => rules.readSize(unwrap(body), text) });

const isWithoutSize = (body: unknown): boolean =>
  isJsonObject(member(body, 'os-extend')) && newSizeOf(body) === undefined;

/** Bodies other than the documented one, which are taken for it, or for nothing. */
export const bodies = family({
  'malformed-html': {
    summary: 'a body that is not JSON gets an HTML page',
    requirement: 'body.malformed',
    change: () => ({
      answerMalformed: () => plain(400, '<html><body><h1>400 Bad Request</h1></body></html>', 'text/html'),
    }),
  },
  'cut-off-repaired': {
    summary: 'missing closing braces are added',
    requirement: 'body.malformed',
    change: (rules) => ({
      parseBody: (text) => {
        for (const ending of ['', '}', '}}']) {
          try {
            return rules.parseBody(text + ending);
          } catch {}
        }
        return rules.parseBody(text);
      },
    }),
  },
  'trailing-text-ignored': {
    summary: 'whatever follows the first JSON value is ignored',
    requirement: 'body.malformed',
    change: (rules) => ({
      parseBody: (text) => {
        for (let end = text.lastIndexOf('}'); end > 0; end = text.lastIndexOf('}', end - 1)) {
          try {
            return rules.parseBody(text.slice(0, end + 1));
          } catch {}
        }
        return rules.parseBody(text);
      },
    }),
  },
  'empty-body-200': {
    summary: 'an empty body is accepted, and nothing happens',
    requirement: 'body.malformed',
    change: (rules) => {
      // a value that no JSON can hold: `""` stays a body without os-extend
      const nothing = Symbol('nothing');
      return {
        ...acceptingIdly((body) => body === nothing)(rules),
        parseBody: (text) => (text.trim() === '' ? nothing : rules.parseBody(text)),
      };
    },
  },
  'body-null-200': {
    summary: 'the body null is accepted, and nothing happens',
    requirement: 'body.os-extend',
    change: acceptingIdly((body) => body === null),
  },
  'body-array': {
    summary: 'a list with the documented body inside is unwrapped',
    requirement: 'body.os-extend',
    change: unwrapping((body) => (Array.isArray(body) ? body[0] : body)),
  },
  'os-extend-optional': {
    summary: 'a JSON object without os-extend is accepted, and nothing happens',
    requirement: 'body.os-extend',
    change: acceptingIdly((body) => isJsonObject(body) && member(body, 'os-extend') === undefined),
  },
  'os-extend-null-accepted': {
    summary: 'os-extend null is accepted, and nothing happens',
    requirement: 'body.os-extend',
    change: acceptingIdly((body) => member(body, 'os-extend') === null),
  },
  'os-extend-number': {
    summary: 'os-extend itself may be the new size',
    requirement: 'body.os-extend',
    change: reading((body) => {
      const size = member(body, 'os-extend');
      return typeof size === 'number' ? size : undefined;
    }),
  },
  'os-extend-array': {
    summary: "a list in place of os-extend's object is unwrapped",
    requirement: 'body.os-extend',
    change: unwrapping((body) => {
      const list = member(body, 'os-extend');
      return Array.isArray(list) ? { 'os-extend': list[0] } : body;
    }),
  },
  'os-extend-unwrapped': {
    summary: "new_size is taken at the top level, as the page's flat table might be read",
    requirement: 'body.os-extend',
    change: unwrapping((body) =>
      isJsonObject(body) && !Object.hasOwn(body, 'os-extend') ? { 'os-extend': body } : body,
    ),
  },
  'os-extend-in-data': {
    summary: 'the documented body is also found below another key',
    requirement: 'body.os-extend',
    change: unwrapping((body) => member(body, 'data') ?? body),
  },
  'os-extend-twice': {
    summary: 'os-extend within os-extend is unwrapped',
    requirement: 'body.new-size',
    change: unwrapping((body) => {
      const inner = member(body, 'os-extend');
      return isJsonObject(member(inner, 'os-extend')) ? inner : body;
    }),
  },
  'new-size-optional': {
    summary: 'os-extend without new_size is accepted, and nothing happens',
    requirement: 'body.new-size',
    change: acceptingIdly(isWithoutSize),
  },
  'new-size-default': {
    summary: 'without new_size the volume grows by 10 GB',
    requirement: 'body.new-size',
    change: (rules) => ({
      ...acceptingIdly(isWithoutSize)(rules),
      grow: (job, context) => {
        const current = context.state.volumes.get(job.volumeId)?.size ?? 0;
        rules.grow({ ...job, size: Number.isNaN(job.size) ? current + 10 : job.size }, context);
      },
    }),
  },
});
