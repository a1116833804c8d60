import { serveApart } from '../servers/apart.ts';
import { serveFront } from '../servers/front.ts';
import type { TrialSubject } from '../subject.ts';
import { bodies } from './bodies.ts';
import { flatterer } from './flatterer.ts';
import { headers } from './headers.ts';
import { heavy } from './heavy.ts';
import { poisonous } from './poison.ts';
import { serveRedirect } from './redirect.ts';

const hostileOne = (id: string, summary: string, start: TrialSubject['start']): TrialSubject => ({
  id,
  kind: 'hostile',
  operation: 'extend-volume',
  summary: `answers with ${summary}`,
  owner: null,
  mayFail: [],
  expects: 'survived',
  limits: { requestMs: 1_500, jobMs: 500 },
  start,
});

/** Servers that mean harm: the suite has to finish with a report, of any content, and leak nothing. */
export const hostile: readonly TrialSubject[] = [
  ...Object.entries({ ...bodies, ...headers, ...poisonous, ...heavy }).map(([id, [summary, front]]) =>
    hostileOne(id, summary, () => serveFront(front)),
  ),
  hostileOne('flatterer', 'a job, and look-ups with whatever was asked for last', () => serveApart(flatterer())),
  hostileOne('redirect-elsewhere', 'a redirect to another host', serveRedirect),
];
