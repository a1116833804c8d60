import type { Contract } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import type { PageSamples } from '../read/facts.ts';

/** A word, an id, a placeholder: what a sample shows of its value's form. Anything longer is prose, and the page's own. */
const WORD = /^[!-~]{0,128}$/;

/** The page's samples as values; what is prose in them stands as `…`, for a contract quotes nobody. */
export function samples(facts: Facts, { request, response }: PageSamples): Contract['samples'] {
  const job = facts['response.job']?.name;
  const isSuccess = (sample: object): boolean => job !== undefined && Object.hasOwn(sample, job);
  return {
    request: request.map(withoutProse),
    query: [],
    success: response.filter(isSuccess).map(withoutProse),
    error: response.filter((sample) => !isSuccess(sample)).map(withoutProse),
  };
}

function withoutProse(value: unknown): unknown {
  if (typeof value === 'string') return WORD.test(value) ? value : '…';
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutProse(inner)]));
}
