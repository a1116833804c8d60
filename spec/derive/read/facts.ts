import type { Unparsed } from '../../contract.ts';
import { checkFacts } from '../check.ts';
import { type Collected, collect } from '../collect.ts';
import type { Page } from '../page.ts';
import { readProse } from './prose.ts';
import { readRequest } from './request.ts';
import { readResponse } from './response.ts';
import { readStatus } from './status.ts';
import { readUri } from './uri.ts';

/** What a page states, where, and which constraints of it nobody understood. */
export interface Reading extends Collected {
  readonly unparsed: readonly Unparsed[];
}

/**
 * Reads a page whole: prose by the phrase book, the rest by its structure.
 *
 * @throws DeriveError, by its subclasses
 */
export function readFacts(page: Page): Reading {
  const prose = readProse(page);
  const findings = [
    ...prose.findings,
    ...readUri(page, prose),
    ...readRequest(page, prose),
    ...readResponse(page, prose),
    ...readStatus(page),
  ];
  const collected = collect(findings, page.name);
  const sentences = page.sections.flatMap((section) => section.sentences);
  checkFacts(collected, sentences, page.name);
  return { ...collected, unparsed: prose.unparsed };
}
