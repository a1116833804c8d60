import type { FieldPlace } from '../fields.ts';
import type { Sentence } from '../read/page.ts';
import { type ReadConstraints, readConstraints } from './constraints/read.ts';
import { type Field, placed } from './structure/field.ts';
import type { OperationPage } from './structure/operation.ts';

/** A field, its place, and the constraints in its description. */
export interface DescribedPlace {
  readonly place: FieldPlace;
  /** JSON pointer from the root of the body, or `/name` of a parameter. */
  readonly pointer: string;
  readonly field: Field;
  readonly says: ReadConstraints;
}

const NOTHING: ReadConstraints = readConstraints({
  name: '',
  type: null,
  items: null,
  where: 'response',
  sentences: [],
});

/** Every field of a page, in its order, with the constraints of its description. */
export function describeFields(page: OperationPage): readonly DescribedPlace[] {
  const { answers, body, parameters } = page;
  return [
    ...described('path', parameters.path),
    ...described('query', parameters.query),
    ...described('request', body?.fields ?? []),
    ...described('success', answers.success.fields),
    ...described('error', answers.error.fields),
  ];
}

function described(place: FieldPlace, fields: readonly Field[]): readonly DescribedPlace[] {
  return placed(fields).map(({ field, pointer }) => ({ place, pointer, field, says: constraintsOf(field, place) }));
}

function constraintsOf({ isList, name, row, type }: Field, place: FieldPlace): ReadConstraints {
  if (row === null) return NOTHING;
  const where = place === 'success' || place === 'error' ? 'response' : place;
  const kind = isList ? 'array' : (type?.kind ?? null);
  return readConstraints({ name, type: kind, items: type?.items?.kind ?? null, where, sentences: row.sentences });
}

/** Sentences of all fields that look like constraints and were not understood. */
export function unreadOf(fields: readonly DescribedPlace[]): readonly Sentence[] {
  return fields.flatMap(({ says }) => says.unparsed);
}
