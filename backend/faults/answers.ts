import { json } from '../answers.ts';
import { family } from '../fault.ts';
import { labelled } from '../fault-tools.ts';
import type { Job } from '../model.ts';
import type { Change, RuleContext } from '../rules.ts';

/** A success with another body. */
const withBody =
  (body: (job: Job, context: RuleContext) => unknown): Change =>
  (rules) => ({
    answerAccepted: (job, context) => json(rules.answerAccepted(job, context).status, body(job, context)),
  });

/** The answer to an accepted extension: its status, its body and its media type. */
export const answers = family({
  'status-202': {
    summary: 'success is answered with 202, as the sibling endpoint does',
    requirement: 'response.success-status',
    change: (rules) => ({
      answerAccepted: (...args) => ({ ...rules.answerAccepted(...args), status: 202 }),
    }),
  },
  'success-labelled-text': {
    summary: 'the JSON of a success is labelled as text/html',
    requirement: 'response.media-type',
    change: (rules) => ({
      answerAccepted: (...args) => labelled(rules.answerAccepted(...args), 'text/html; charset=utf-8'),
    }),
  },
  'success-with-error': {
    summary: 'success carries an error object beside the job_id',
    requirement: 'response.exclusive',
    change: withBody(({ id }) => ({ job_id: id, error: { message: 'success', code: '0' } })),
  },
  'body-empty': {
    summary: 'success is answered with an empty body',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: (rules) => ({
      answerAccepted: (...args) => ({ status: rules.answerAccepted(...args).status, body: '', headers: {} }),
    }),
  },
  'job-encoded-twice': {
    summary: 'success is answered with JSON inside a JSON string',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: (rules) => ({
      answerAccepted: (...args) => {
        const { status, body } = rules.answerAccepted(...args);
        return json(status, body);
      },
    }),
  },
  'job-id-bare': {
    summary: 'success is answered with the job id alone, as a JSON string',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody(({ id }) => id),
  },
  'job-id-camel': {
    summary: 'the key is jobId',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody(({ id }) => ({ jobId: id })),
  },
  'job-id-empty': {
    summary: 'job_id is an empty string',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody(() => ({ job_id: '' })),
  },
  'job-id-in-data': {
    summary: 'success is answered with {"code": 0, "data": {"job_id": …}}',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody(({ id }) => ({ code: 0, data: { job_id: id } })),
  },
  'job-id-null': {
    summary: 'job_id is null',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody(() => ({ job_id: null })),
  },
  'job-id-number': {
    summary: 'job_id is a number',
    requirement: 'response.job-id',
    change: (rules) => {
      let last = 1000;
      return {
        ...withBody(({ id }) => ({ job_id: Number(id) }))(rules),
        // the digits of the number find the job, so that only the type is wrong
        jobId: () => {
          last += 1;
          return String(last);
        },
      };
    },
  },
  'job-wrapped': {
    summary: 'success is answered with {"job": {"id": …}}',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: withBody(({ id }) => ({ job: { id } })),
  },
  'job-unknown': {
    summary: 'the job endpoint does not know the job_id that was answered',
    requirement: 'job.reachable',
    change: withBody((_job, { settings }) => ({ job_id: settings.randomId() })),
  },
});
