import { json, plain } from '../answers.ts';
import { family } from '../fault.ts';
import { labelled, with202 } from '../fault-tools.ts';
import type { BackendVolume } from '../model.ts';
import { type ErrorName, type Refusal, statusOf } from '../refusal.ts';
import type { Change, RuleContext } from '../rules.ts';

/** The contents of a refusal: the parts of its envelope, and its status. */
interface RefusalParts extends ErrorName {
  readonly message: string;
  readonly status: number;
}

/** Refusals with another body and their usual status. */
const withBody =
  (body: (parts: RefusalParts, volume: BackendVolume, context: RuleContext) => unknown): Change =>
  () => ({
    answerRefused: (refusal, volume, context) => {
      const { message } = refusal;
      const status = statusOf(refusal);
      return json(status, body({ ...context.errorName(refusal), message, status }, volume, context));
    },
  });

/** Refusals with another status. */
const withStatus =
  (status: number): Change =>
  (rules) => ({ answerRefused: (...args) => ({ ...rules.answerRefused(...args), status }) });

/** Applies `change` only to refusals for one of these reasons. */
const onlyFor =
  (reasons: readonly Refusal['refused'][], change: Change): Change =>
  (rules) => {
    const { answerRefused = rules.answerRefused } = change(rules);
    return {
      answerRefused: (refusal, ...rest) =>
        (reasons.includes(refusal.refused) ? answerRefused : rules.answerRefused)(refusal, ...rest),
    };
  };

const flat = withBody(({ code, message }) => ({ code, message }));
const forState = ['status', 'shared', 'server'] as const;

/** The answer to a refusal: its status, its body and its media type. */
export const errors = family({
  'error-200': {
    summary: 'refusals are answered with 200 and an error body',
    requirement: 'response.error-status',
    mayAlsoFail: ['response.client-error'],
    change: withStatus(200),
  },
  'error-202': {
    summary: 'refusals are answered with 202 and an error body',
    dialects: with202,
    requirement: 'response.error-status',
    mayAlsoFail: ['response.client-error'],
    change: withStatus(202),
  },
  'state-error-202': {
    summary: "only refusals for the volume's or a server's state are answered with 202",
    dialects: with202,
    requirement: 'response.error-status',
    mayAlsoFail: ['response.client-error'],
    change: onlyFor(forState, withStatus(202)),
  },
  'state-error-200': {
    summary: "only refusals for the volume's or a server's state are answered with 200",
    requirement: 'response.error-status',
    mayAlsoFail: ['response.client-error'],
    change: onlyFor(forState, withStatus(200)),
  },
  'refusal-500': {
    summary: 'refusals are answered with 500, in a perfect envelope',
    requirement: 'response.client-error',
    mayAlsoFail: ['body.numeric-string', 'size.long-number', 'body.robust'],
    change: withStatus(500),
  },
  'server-error-500': {
    summary: "refusals for a server's state are answered with 500",
    requirement: 'response.client-error',
    change: onlyFor(['server'], withStatus(500)),
  },
  'error-and-job': {
    summary: 'a refusal carries a job_id beside the error',
    requirement: 'response.exclusive',
    change: withBody(({ key, message, code }, _volume, { settings }) => ({
      job_id: settings.randomId(),
      [key]: { message, code },
    })),
  },
  'refusal-labelled-text': {
    summary: 'the JSON of a refusal is labelled as text/plain',
    requirement: 'response.media-type',
    change: (rules) => ({
      answerRefused: (...args) => labelled(rules.answerRefused(...args), 'text/plain; charset=utf-8'),
    }),
  },
  'error-empty': {
    summary: 'refusals have an empty body',
    requirement: 'response.error-envelope',
    change: () => ({
      answerRefused: (refusal) => ({ status: statusOf(refusal), body: '', headers: {} }),
    }),
  },
  'error-plain-text': {
    summary: 'refusals come as a line of plain text',
    requirement: 'response.error-envelope',
    change: () => ({
      answerRefused: (refusal) => plain(statusOf(refusal), `${refusal.message}\n`),
    }),
  },
  'error-html': {
    summary: 'refusals come as an HTML page',
    requirement: 'response.error-envelope',
    change: () => ({
      answerRefused: (refusal) =>
        plain(statusOf(refusal), '<html><body><h1>Bad Request</h1></body></html>', 'text/html; charset=utf-8'),
    }),
  },
  'error-string': {
    summary: 'error is a string',
    requirement: 'response.error-envelope',
    change: withBody(({ key, message }) => ({ [key]: message })),
  },
  'error-flat': {
    summary: "a refusal's body is {code, message} without an error object around it",
    requirement: 'response.error-envelope',
    change: flat,
  },
  'state-error-flat': {
    summary: "only refusals for the volume's or a server's state lack the envelope",
    requirement: 'response.error-envelope',
    change: onlyFor(forState, flat),
  },
  'type-error-flat': {
    summary: 'only refusals for a wrong shape or type lack the envelope',
    requirement: 'response.error-envelope',
    change: onlyFor(['os-extend', 'new-size', 'type'], flat),
  },
  'error-capitalised': {
    summary: 'the keys are Error, Message and Code, as a serialiser without tags writes them',
    requirement: 'response.error-envelope',
    change: withBody(({ message, code }) => ({ Error: { Message: message, Code: code } })),
  },
  'error-no-code': {
    summary: 'the envelope has no code',
    requirement: 'response.error-envelope',
    change: withBody(({ key, message }) => ({ [key]: { message } })),
  },
  'error-no-message': {
    summary: 'the envelope has no message',
    requirement: 'response.error-envelope',
    change: withBody(({ key, code }) => ({ [key]: { code } })),
  },
  'error-code-null': {
    summary: "the envelope's code is null",
    requirement: 'response.error-envelope',
    change: withBody(({ key, message }) => ({ [key]: { message, code: null } })),
  },
  'error-code-number': {
    summary: "the envelope's code is a number",
    requirement: 'response.error-envelope',
    change: withBody(({ key, message, status }) => ({ [key]: { message, code: status } })),
  },
  'maximum-error-number': {
    summary: 'only refusals above the maximum have a numeric code',
    requirement: 'response.error-envelope',
    change: onlyFor(
      ['upper'],
      withBody(({ key, message }) => ({ [key]: { message, code: 1005 } })),
    ),
  },
  'error-list': {
    summary: 'refusals come as a list of errors',
    requirement: 'response.error-envelope',
    change: withBody(({ message, code }) => ({ errors: [{ message, code }] })),
  },
  'error-cinder': {
    summary: 'refusals come as {"badRequest": {"message", "code"}}',
    requirement: 'response.error-envelope',
    change: withBody(({ message, status }) => ({ badRequest: { message, code: status } })),
  },
  'error-detail': {
    summary: 'refusals come as {"detail": …}, a validation library\'s form',
    requirement: 'response.error-envelope',
    change: withBody(({ message }) => ({ detail: [{ loc: ['body', 'new_size'], msg: message, type: 'value_error' }] })),
  },
  'error-framework': {
    summary: "refusals come in a web framework's own form, where error is the status text",
    requirement: 'response.error-envelope',
    change: withBody(({ message, status }, volume) => ({
      status,
      error: 'Bad Request',
      message,
      path: `/v2/${volume.projectId}/cloudvolumes/${volume.id}/action`,
    })),
  },
  'error-gateway': {
    summary: 'refusals come as {error_code, error_msg}, as an API gateway has them',
    requirement: 'response.error-envelope',
    change: withBody(({ code, message }) => ({ error_code: code, error_msg: message })),
  },
});
