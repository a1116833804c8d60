import type { TrialSubject } from '../subject.ts';
import { answers } from './answers.ts';
import { bodies } from './bodies.ts';
import { connections } from './connections.ts';
import { credentials } from './credentials.ts';
import { crowds } from './crowds.ts';
import { deletions } from './deletions.ts';
import { jobs } from './jobs.ts';
import { moments } from './moments.ts';
import { oddRequests } from './odd-requests.ts';
import { outages } from './outages.ts';
import { refusals } from './refusals.ts';
import { setUps } from './set-ups.ts';
import { throttles } from './throttles.ts';
import { subjectOf } from './variant.ts';
import { volumes } from './volumes.ts';

/** Right servers unlike the reference backend: a new one is an entry in its family's list. */
export const variants: readonly TrialSubject[] = [
  answers,
  bodies,
  connections,
  credentials,
  crowds,
  deletions,
  jobs,
  moments,
  oddRequests,
  outages,
  refusals,
  setUps,
  throttles,
  volumes,
]
  .flat()
  .map(subjectOf);
