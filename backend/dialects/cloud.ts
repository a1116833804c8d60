import { json } from '../answers.ts';
import { isJsonObject } from '../json.ts';
import { codeOf, refuse } from '../refusal.ts';
import { type Change, changed } from '../rules.ts';
import { currentSizeAccepted, systemDisks } from './bounds.ts';
import type { Dialect } from './dialect.ts';

/** A request may say how an order is paid: `{"bssParam": {"isAutoPay": "true"}}`, always as text. */
const payable: Change = (rules) => ({
  readSize: (body, text) => {
    const size = rules.readSize(body, text);
    const order = isJsonObject(body) && Object.hasOwn(body, 'bssParam') ? body.bssParam : {};
    if (!isJsonObject(order)) return refuse('type', 'bssParam is not an object');
    const { isAutoPay = 'false' } = order;
    return isAutoPay === 'true' || isAutoPay === 'false' ? size : refuse('type', 'isAutoPay is neither true nor false');
  },
});

const acceptedWith202: Change = () => ({ answerAccepted: (job) => json(202, { job_id: job.id }) });

const first: Dialect = {
  summary: '200 and a job, decimals are cut off',
  path: '/v2/:project/cloudvolumes',
  errorName: (refusal) => ({ key: 'error', code: codeOf(refusal) }),
  change: () => ({}),
};

/** The dialects of the cloud's own interface. */
export const cloud = {
  'extend-volume': first,
  'extend-volume-2021': {
    ...first,
    summary: 'the same, and system disks end at 1024 GB',
    change: systemDisks,
  },
  'extend-volume-v2.1': {
    ...first,
    summary: '202 and a job, decimals are cut off, the request may say how an order is paid',
    path: '/v2.1/:project/cloudvolumes',
    change: (rules) => changed(rules, systemDisks, payable, acceptedWith202),
  },
  'extend-volume-otc': {
    ...first,
    summary: '200 and a job, decimals are cut off, the current size is accepted',
    change: (rules) => changed(rules, systemDisks, currentSizeAccepted),
  },
} as const satisfies Readonly<Record<string, Dialect>>;
