import { type Answer, json, plain } from '../answers.ts';
import { family } from '../fault.ts';
import { labelled, stackTrace } from '../fault-tools.ts';
import type { Job } from '../model.ts';
import { codeOf, type Refusal, refuse, statusOf } from '../refusal.ts';
import type { Change, Rules } from '../rules.ts';

/** Accepts a deletion with another answer. */
const accepting = (answer: (job: Job, usual: Answer) => Answer): Change => {
  return (rules) => ({
    answerDeletionAccepted: (job, context) => answer(job, rules.answerDeletionAccepted(job, context)),
  });
};

/** Refuses a deletion with another answer, whether the volume exists or not. */
const refusing = (answer: (refusal: Refusal) => Answer): Change => {
  return (): Partial<Rules> => ({
    answerDeletionRefused: (refusal) => answer(refusal),
    answerNothingToDelete: (_usual, volumeId) => answer(refuse('unknown', `there is no volume ${volumeId}`)),
  });
};

const isUuid = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

const crash = (what: string): Answer => plain(500, stackTrace(new TypeError(what)));

/** The answers to a deletion. */
export const deletionAnswers = family(
  {
    'delete-not-served': {
      summary: 'no volume is deleted: the method is refused',
      requirement: 'operation.route',
      change: () => ({ deletesOn: () => false }),
    },
    'delete-202': {
      summary: 'a deletion is accepted with 202',
      requirement: 'response.success-status',
      change: accepting((_job, usual) => ({ ...usual, status: 202 })),
    },
    'delete-204': {
      summary: 'a deletion is accepted with 204, and no job',
      requirement: 'response.success-status',
      mayAlsoFail: ['response.body', 'job.reachable'],
      change: accepting(() => ({ status: 204, body: '', headers: {} })),
    },
    'delete-empty-object': {
      summary: 'a deletion is accepted with an empty object',
      requirement: 'response.body',
      mayAlsoFail: ['job.reachable'],
      change: accepting(() => json(200, {})),
    },
    'delete-job-id-object': {
      summary: 'the job_id of a deletion is an object',
      requirement: 'response.body',
      mayAlsoFail: ['job.reachable'],
      change: accepting(({ id }) => json(200, { job_id: { id } })),
    },
    'delete-refused-200': {
      summary: 'what cannot be deleted is refused with 200 and the error envelope',
      requirement: 'response.error-status',
      mayAlsoFail: ['response.client-error', 'path.unknown'],
      change: refusing((refusal) => json(200, { error: { message: refusal.message, code: codeOf(refusal) } })),
    },
    'delete-refused-500': {
      summary: 'what cannot be deleted is refused with 500, in the envelope',
      requirement: 'response.client-error',
      mayAlsoFail: ['path.unknown', 'delete.again'],
      change: refusing((refusal) => json(500, { error: { message: refusal.message, code: codeOf(refusal) } })),
    },
    'delete-envelope-flat': {
      summary: 'what cannot be deleted is refused with message and code at top level',
      requirement: 'response.error-envelope',
      mayAlsoFail: ['path.unknown'],
      change: refusing((refusal) => json(statusOf(refusal), { message: refusal.message, code: codeOf(refusal) })),
    },
    'delete-code-number': {
      summary: 'the code of an error is a number where a volume cannot be deleted',
      requirement: 'response.error-envelope',
      mayAlsoFail: ['path.unknown'],
      change: refusing((refusal) =>
        json(statusOf(refusal), { error: { message: refusal.message, code: statusOf(refusal) } }),
      ),
    },
    'delete-job-and-error': {
      summary: 'a deletion is accepted with a job and an error that says "success"',
      requirement: 'response.exclusive',
      change: accepting(({ id }) => json(200, { job_id: id, error: { message: 'success', code: '0' } })),
    },
    'delete-refused-with-job': {
      summary: 'what cannot be deleted is refused with an error and a job',
      requirement: 'response.exclusive',
      change: refusing((refusal) =>
        json(statusOf(refusal), { error: { message: refusal.message, code: codeOf(refusal) }, job_id: 'none' }),
      ),
    },
    'delete-text-plain': {
      summary: 'the answer to a deletion is labelled text/plain',
      requirement: 'response.media-type',
      change: accepting((_job, usual) => labelled(usual, 'text/plain')),
    },
    'delete-malformed-500': {
      summary: 'the deletion of a volume whose id is no UUID ends in a 500',
      requirement: 'path.unknown',
      mayAlsoFail: ['response.client-error', 'response.error-envelope'],
      change: () => ({
        answerNothingToDelete: (usual, volumeId) => (isUuid(volumeId) ? usual : crash(`invalid UUID: ${volumeId}`)),
      }),
    },
  },
  'delete-volume',
);
