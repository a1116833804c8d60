import type { Page } from '../../read/page.ts';
import { needPart } from '../../read/part.ts';
import type { Field } from './field.ts';
import { nest } from './nest.ts';
import { ownersOf } from './owners.ts';
import type { Parameters } from './parameters.ts';
import type { Sample } from './sample.ts';

/** The body of a request, from tables and samples. */
export interface RequestBody {
  readonly fields: readonly Field[];
  readonly samples: readonly Sample[];
}

/** Methods whose requests have a body only if a table lists it. */
const BODILESS: readonly string[] = ['GET', 'HEAD', 'DELETE', 'OPTIONS'];

/**
 * The body of the request; null if the operation takes none.
 *
 * @throws SectionError if a request with a body has no section
 * @throws ContradictionError from its tables
 */
export function readBody(
  page: Page,
  method: string,
  { body }: Parameters,
  samples: readonly Sample[],
): RequestBody | null {
  const isBodiless = BODILESS.includes(method);
  if (!isBodiless) needPart(page, 'request');
  const tables = body.filter(({ rows }) => rows.length > 0);
  if (tables.length === 0 && (samples.length === 0 || isBodiless)) return null;
  const values = samples.map(({ value }) => value);
  const owners = ownersOf(tables, values, page.name);
  return { fields: nest(owners.roots, owners, values), samples };
}
