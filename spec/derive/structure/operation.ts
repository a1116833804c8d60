import type { Page, Sentence, Spot } from '../../read/page.ts';
import { findPart, needPart } from '../../read/part.ts';
import { type Answers, readAnswers } from './answer.ts';
import { type RequestBody, readBody } from './body.ts';
import { type Deprecation, readDeprecation } from './deprecation.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { type Route, readRoute } from './route.ts';
import { type Sample, samplesOf } from './sample.ts';
import { type DocumentedStatus, readStatus } from './status.ts';

/** The structure of a page's one operation: the place of each part, and no restriction. */
export interface OperationPage {
  readonly page: Page;
  readonly route: Route;
  readonly parameters: Parameters;
  readonly body: RequestBody | null;
  readonly answers: Answers;
  readonly status: DocumentedStatus;
  readonly deprecation: Deprecation;
  /** Sentences outside the tables, which may restrict any part. */
  readonly prose: readonly Sentence[];
  /** Blocks that are meant as samples, but are no JSON. */
  readonly broken: readonly Spot[];
}

/**
 * Reads the structure of a page.
 *
 * @throws DeriveError, by its subclasses
 */
export function readStructure(page: Page): OperationPage {
  const route = readRoute(page);
  const parameters = readParameters(page, route);
  const asked = samplesOf(findPart(page, 'request')?.codes ?? []);
  const response = needPart(page, 'response');
  const told = samplesOf(response.codes);
  return {
    page,
    route,
    parameters,
    body: readBody(page, route.method, parameters, asked.samples),
    answers: readAnswers(response, told.samples, page),
    status: readStatus(page),
    deprecation: readDeprecation(page),
    prose: page.sections.flatMap(({ sentences }) => sentences.filter(({ row }) => row === null)),
    broken: [...asked.broken, ...told.broken],
  };
}

/** The samples as values. */
export function valuesOf(samples: readonly Sample[]): readonly unknown[] {
  return samples.map(({ value }) => value);
}
