import { ContradictionError, SectionError } from '../../read/errors.ts';
import type { Page, Spot } from '../../read/page.ts';
import { needPart } from '../../read/part.ts';

/** The success status; statuses of errors may be listed next to it, but another page defines them. */
const NORMAL =
  /(?:(?<!不)正常(?:返回)?|\bnormal(?: return)?|\bsuccess)\s*:?\s*(\d{3})(?!\d)(?:\s*(?:或者?|or)\s*(\d{3})(?!\d))?/giu;
const ABNORMAL = /(?:异常|不正常|\babnormal|\berrors?\b|\bfail(?:ed|ure)?)/iu;
const SUCCESS = /(?<![\d-])(2\d\d|300)(?!\d)/g;

/** The status of an answer to an accepted request. */
export interface DocumentedStatus {
  readonly status: number;
  /** Another status that the page allows; null if it names only one. */
  readonly or: number | null;
  readonly at: Spot;
}

/**
 * The status of an answer to an accepted request: the one under "normal", otherwise the only success in a table.
 *
 * @throws SectionError, ContradictionError
 */
export function readStatus(page: Page): DocumentedStatus {
  const { section, sentences } = needPart(page, 'status');
  const { heading, line, anchor, text: title } = section;
  const text = [title, ...sentences.map((sentence) => sentence.text)].join(' ');
  const at = { heading, line, anchor, text };
  const alternatives = [...text.matchAll(NORMAL)];
  const named = alternatives.map(([, digits]) => Number(digits));
  const or = alternatives.flatMap(([, , digits]) => (digits === undefined ? [] : [Number(digits)]))[0] ?? null;
  const upTo = text.search(ABNORMAL);
  const shown = (upTo === -1 ? text : text.slice(0, upTo)).match(SUCCESS)?.map(Number) ?? [];
  const statuses = [...new Set(named.length > 0 ? named : shown)];
  const [status] = statuses;
  if (status === undefined) {
    const remedy = 'write "Normal" or "正常", then its three digits';
    throw new SectionError({ file: page.name, line }, 'the normal status is missing', remedy);
  }
  if (statuses.length > 1) {
    const problem = `the normal status is ${statuses.join(' and ')}`;
    throw new ContradictionError({ file: page.name, line }, problem, 'name the one of an accepted request');
  }
  if (status < 200 || status > 300) {
    throw new ContradictionError({ file: page.name, line }, `the normal status is ${status}`, 'a success is a 2xx');
  }
  return { status, or, at };
}
