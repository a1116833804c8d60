import { equal, exponent, fraction, grown, inUse, large, shared, smaller, tooLarge } from '../conditions.ts';
import { family } from '../fault.ts';
import { onlyWhen } from '../only-when.ts';
import { answers } from './answers.ts';
import { errors } from './errors.ts';
import { jobs } from './jobs.ts';

/** Answers that are wrong only if two or three circumstances meet. */
export const answerPairs = family({
  'status-201-in-use-fraction': {
    summary: 'success is answered with 201 for an in-use volume and a size with a fraction',
    requirement: 'response.success-status',
    change: onlyWhen([inUse, fraction], (rules) => ({
      answerAccepted: (...args) => ({ ...rules.answerAccepted(...args), status: 201 }),
    })),
  },
  'job-id-number-exponent-shared': {
    summary: 'job_id is a number for a shared volume and a size in exponent form',
    requirement: 'response.job-id',
    change: onlyWhen([exponent, shared], answers['job-id-number'].change),
  },
  'job-id-null-large-fraction': {
    summary: 'job_id is null for a large volume and a size with a fraction',
    requirement: 'response.job-id',
    mayAlsoFail: ['job.reachable'],
    change: onlyWhen([large, fraction], answers['job-id-null'].change),
  },
  'job-completed-second-in-use': {
    summary: 'the job of an in-use volume that was extended before ends as COMPLETED',
    requirement: 'job.vocabulary',
    mayAlsoFail: ['job.reachable'],
    change: onlyWhen([grown(1), inUse], jobs['job-completed'].change),
  },
  'success-too-early-shared-second': {
    summary: 'the job of a shared volume that was extended before says SUCCESS before the size changes',
    requirement: 'job.truthful',
    change: onlyWhen([shared, grown(1)], jobs['success-too-early'].change),
  },
  'error-200-over-in-use': {
    summary: 'sizes above the maximum are refused with 200 for in-use volumes',
    requirement: 'response.error-status',
    mayAlsoFail: ['response.client-error'],
    change: onlyWhen([tooLarge, inUse], errors['error-200'].change),
  },
  'error-html-equal-fraction-shared': {
    summary: 'a fraction above the current size of a shared volume is refused by an HTML page',
    requirement: 'response.error-envelope',
    change: onlyWhen([equal, fraction, shared], errors['error-html'].change),
  },
  'error-500-smaller-exponent': {
    summary: 'a smaller size in exponent form is refused with 500',
    requirement: 'response.client-error',
    change: onlyWhen([smaller, exponent], (rules) => ({
      answerRefused: (...args) => ({ ...rules.answerRefused(...args), status: 500 }),
    })),
  },
  'error-and-job-negative-fraction': {
    summary: 'the refusal of a negative size with a fraction carries a job_id as well',
    requirement: 'response.exclusive',
    change: onlyWhen([({ size }) => size < 0, fraction], errors['error-and-job'].change),
  },
});
