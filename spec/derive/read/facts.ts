import { needSection } from '../../read/need.ts';
import type { Page } from '../../read/page.ts';
import { checkFacts } from '../check.ts';
import { type Collected, collect } from '../collect.ts';
import { type NotUnderstood, readProse } from './prose.ts';
import { readRequest } from './request.ts';
import { readResponse } from './response.ts';
import { type SampleObject, samplesOf } from './sample.ts';
import { readStatus } from './status.ts';
import { readUri } from './uri.ts';

/** The samples of a page, as it shows them. */
export interface PageSamples {
  readonly request: readonly SampleObject[];
  readonly response: readonly SampleObject[];
}

/** What a page states and shows, where, and which constraints of it nobody understood. */
export interface ReadPage extends Collected {
  readonly samples: PageSamples;
  readonly unparsed: readonly NotUnderstood[];
}

/**
 * Reads a page whole: prose by the phrase book, the rest by its structure.
 *
 * @throws DeriveError, by its subclasses
 */
export function readFacts(page: Page): ReadPage {
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
  const shown = (place: 'request' | 'response') => samplesOf(needSection(page, place), page).map(({ value }) => value);
  const samples = { request: shown('request'), response: shown('response') };
  return { ...collected, samples, unparsed: prose.unparsed };
}
