import { access } from './access.ts';
import { answers } from './answers.ts';
import { bodies } from './bodies.ts';
import { concurrency } from './concurrency.ts';
import { crashes } from './crashes.ts';
import { decimals } from './decimals.ts';
import { deletionAnswers } from './deletion-answers.ts';
import { deletionJobs } from './deletion-jobs.ts';
import { deletions } from './deletions.ts';
import { ofDialects } from './dialects.ts';
import { effects } from './effects.ts';
import { errors } from './errors.ts';
import { growth } from './growth.ts';
import { jobs } from './jobs.ts';
import { maximum } from './maximum.ts';
import { mediaTypes, oddBodies } from './odd-bodies.ts';
import { oddDeletions, oddRequests } from './odd-requests.ts';
import { answerPairs } from './pairs-answers.ts';
import { bodyPairs } from './pairs-bodies.ts';
import { decimalPairs } from './pairs-decimals.ts';
import { effectPairs } from './pairs-effects.ts';
import { lowerPairs } from './pairs-lower.ts';
import { statePairs } from './pairs-states.ts';
import { upperPairs } from './pairs-upper.ts';
import { refusals } from './refusals.ts';
import { sideEffects } from './side-effects.ts';
import { singleSizes } from './single-sizes.ts';
import { states } from './states.ts';
import { valueTypes } from './value-types.ts';

const meetings = {
  ...answerPairs,
  ...bodyPairs,
  ...decimalPairs,
  ...effectPairs,
  ...lowerPairs,
  ...statePairs,
  ...upperPairs,
  ...singleSizes,
};

/**
 * The faults that show only if two or three circumstances meet, or a few sizes are asked for: cases between checks find
 * them.
 */
export const meetingFaults: ReadonlySet<string> = new Set(Object.keys(meetings));

const all = {
  ...access,
  ...answers,
  ...bodies,
  ...concurrency,
  ...crashes,
  ...decimals,
  ...deletionAnswers,
  ...deletionJobs,
  ...deletions,
  ...effects,
  ...errors,
  ...growth,
  ...jobs,
  ...maximum,
  ...mediaTypes,
  ...oddBodies,
  ...oddDeletions,
  ...oddRequests,
  ...ofDialects,
  ...meetings,
  ...refusals,
  ...sideEffects,
  ...states,
  ...valueTypes,
};

/** The id of a fault, which is its key in its family. */
export type FaultId = keyof typeof all;

/** Every fault by its id, in the order of the ids: lists of faults stay the same if a fault moves to another family. */
export const faults = Object.fromEntries(
  Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)),
) as typeof all;
