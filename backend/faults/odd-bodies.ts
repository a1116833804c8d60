import { type Answer, json, plain } from '../answers.ts';
import { family } from '../fault.ts';
import { acceptingIdly, newSizeOf, stackTrace } from '../fault-tools.ts';
import type { Change } from '../rules.ts';

/** Answers 500 to some bodies, before they are read; `isFatal` gets the text as it was received. */
const crashingAt = (isFatal: (text: string) => boolean, message: string): Change => {
  const crash = (): never => {
    throw new TypeError(message);
  };
  return (rules) => ({ parseBody: (text) => (isFatal(text) ? crash() : rules.parseBody(text)) });
};

/** The depth to which brackets nest in a text. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

const isList = (text: string): boolean => text.trimStart().startsWith('[');

/** Bodies of generic tools, at which the service fails. */
export const oddBodies = family({
  'nul-500': {
    summary: 'a NUL that is spelled in a string ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => text.includes('\\u0000'), 'invalid byte sequence for encoding "UTF8": 0x00'),
  },
  'raw-nul-500': {
    summary: 'the byte NUL anywhere in the body ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => text.includes('\0'), 'embedded null character'),
  },
  'surrogate-500': {
    summary: 'half of a character, spelled in a string, ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => /\\ud[89a-f]/i.test(text), 'surrogates not allowed'),
  },
  'emoji-500': {
    summary: 'a character of four bytes ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => /[\u{10000}-\u{10ffff}]/u.test(text), 'Incorrect string value'),
  },
  'chinese-500': {
    summary: 'a character of three bytes ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => /[\u4e00-\u9fff]/.test(text), 'ordinal not in range(128)'),
  },
  'no-utf-8-500': {
    summary: 'bytes that are no UTF-8 end in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => text.includes('\ufffd'), 'invalid start byte'),
  },
  'deep-member-500': {
    summary: 'a member that nests more than 500 deep ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => !isList(text) && depthOf(text) > 500, 'Maximum call stack size exceeded'),
  },
  'deep-body-500': {
    summary: 'a body that is a list, and nests more than 500 deep, ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => isList(text) && depthOf(text) > 500, 'maximum recursion depth exceeded'),
  },
  'comment-behind-500': {
    summary: 'a comment behind the JSON ends in a 500',
    requirement: 'body.robust',
    change: crashingAt((text) => /\}\s*#/.test(text), 'trailing characters'),
  },
  'comment-behind-idle': {
    summary: 'a body with a comment behind its JSON is accepted, and nothing happens',
    requirement: 'body.robust',
    change: (rules) => {
      const nothing = Symbol('nothing');
      return {
        ...acceptingIdly((body) => body === nothing)(rules),
        parseBody: (text) => (/\}\s*#/.test(text) ? nothing : rules.parseBody(text)),
      };
    },
  },
  'tiny-number-500': {
    summary: 'a number that is nearly zero ends in a 500',
    requirement: 'body.robust',
    change: (rules) => ({
      toInteger: (raw) => {
        if (raw !== 0 && Math.abs(raw) < 1e-6) throw new RangeError('underflow');
        return rules.toInteger(raw);
      },
    }),
  },
  'long-number-500': {
    summary: 'a number of more than a thousand digits ends in a 500',
    requirement: 'size.long-number',
    change: crashingAt(
      (text) => /\d{1000}/.test(text),
      'Exceeds the limit (4300 digits) for integer string conversion',
    ),
  },
  'long-digits-cut': {
    summary: 'of a number with more than a hundred digits the first four count',
    requirement: 'size.over-maximum',
    mayAlsoFail: ['size.long-number'],
    change: (rules) => ({ parseBody: (text) => rules.parseBody(text.replace(/(\d{4})\d{96,}/g, '$1')) }),
  },
  'grouped-text-cut': {
    summary: 'text is read as a number up to the first character that is no digit, if that is an underscore',
    requirement: 'body.numeric-string',
    change: (rules) => ({
      readSize: (body, text) => {
        const size = newSizeOf(body);
        return typeof size === 'string' && /^\d+_/.test(size) ? Number.parseInt(size, 10) : rules.readSize(body, text);
      },
    }),
  },
  'wide-digits-500': {
    summary: 'digits of full width in a text end in a 500',
    requirement: 'body.numeric-string',
    change: crashingAt((text) => /[０-９]/.test(text), 'For input string'),
  },
  'signed-text-500': {
    summary: 'a number with a plus before it, as text, ends in a 500',
    requirement: 'body.numeric-string',
    change: crashingAt((text) => /"\+\d+"/.test(text), 'For input string'),
  },
  'blank-text-500': {
    summary: 'a number between blanks, as text, ends in a 500',
    requirement: 'body.numeric-string',
    change: crashingAt((text) => /" \d+ "/.test(text), 'For input string'),
  },
});

const failed = (message: string): Answer => plain(500, stackTrace(new TypeError(message)));

/** Media types of bodies, and their absence. */
export const mediaTypes = family({
  'no-media-type-500': {
    summary: 'a body without a Content-Type ends in a 500',
    requirement: 'body.media-type',
    change: () => ({
      refuseMediaType: (type) =>
        type === undefined ? failed("'NoneType' object has no attribute 'split'") : undefined,
    }),
  },
  'other-media-type-500': {
    summary: 'a body of another media type than JSON ends in a 500',
    requirement: 'body.media-type',
    change: () => ({
      refuseMediaType: (type = 'application/json') => (/json/i.test(type) ? undefined : failed('no reader for it')),
    }),
  },
  'charset-500': {
    summary: 'a charset that the service does not know ends in a 500',
    requirement: 'body.media-type',
    change: () => ({
      refuseMediaType: (type = '') => (/charset=(?!"?utf-8)/i.test(type) ? failed('unsupported charset') : undefined),
    }),
  },
  'form-idle': {
    summary: 'a body that is labelled as a form is accepted, and nothing happens',
    requirement: 'body.media-type',
    change: () => ({
      refuseMediaType: (type = '') =>
        /form/i.test(type) ? json(200, { job_id: '70a599e0-31e7-49b7-b260-868f441e862b' }) : undefined,
    }),
  },
});
