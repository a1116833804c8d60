import type { Answer } from '../answers.ts';
import { json } from '../answers.ts';
import { statusOf } from '../refusal.ts';
import { type Change, changed } from '../rules.ts';
import { currentSizeAccepted, integersOnly, systemDisks } from './bounds.ts';
import type { Dialect } from './dialect.ts';

/** The key of an error, by its status. */
const KEYS: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  405: 'badMethod',
  409: 'conflictingRequest',
  413: 'overLimit',
  500: 'computeFault',
};

const accepted: Answer = { status: 202, body: '', headers: {} };

/** No answer mentions a job: the volume alone shows the effect. */
const withoutJobs: Change = (rules) => ({
  answerAccepted: () => accepted,
  answerDeletionAccepted: () => accepted,
  answerCreated: (_job, volume, context) => json(202, { volume: rules.volumeView(volume, context) }),
  findJob: () => undefined,
});

const v2: Dialect = {
  summary: '202 without a body, integers only, each error under a key and with a code of its status',
  path: '/v2/:project/volumes',
  errorName: (refusal) => {
    const code = statusOf(refusal);
    return { key: KEYS[code] ?? 'badRequest', code };
  },
  change: (rules) => changed(rules, systemDisks, integersOnly, withoutJobs),
};

/** The dialects of the interface that OpenStack's Cinder has as well. */
export const cinder = {
  'cinder-extend-v2': v2,
  'cinder-extend-v3': { ...v2, summary: 'the same below /v3', path: '/v3/:project/volumes' },
  'cinder-extend-otc': {
    ...v2,
    summary: '202 without a body, the current size is accepted',
    change: (rules) => changed(rules, v2.change, currentSizeAccepted),
  },
} as const satisfies Readonly<Record<string, Dialect>>;
