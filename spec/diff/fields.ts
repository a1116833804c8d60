import { isDeepStrictEqual } from 'node:util';
import { isFree } from '../binding.ts';
import { constraintsInWords, typeInWords } from '../constraint-words.ts';
import type { Contract } from '../contract.ts';
import { type ContractField, fieldsOf } from '../fields.ts';
import { change, type FoundChange, placeInWords } from './change.ts';
import { factsOf, isAnswer, isAt, isBelow, isObligation, isOf, partsOf } from './field-clauses.ts';
import { isSameBound } from './placed-clauses.ts';
import { compareSchemas, TAKEN_BACK } from './schemas.ts';

/** A field of both contracts. */
interface FieldPair {
  readonly before: ContractField;
  readonly after: ContractField;
}

/** Differences of fields: parameters, query, request and answers. */
export function fieldChanges(before: Contract, after: Contract): readonly FoundChange[] {
  const [old, now] = [byPlace(before), byPlace(after)];
  const gone = outermost([...old].flatMap(([key, field]) => (now.has(key) ? [] : [field])));
  const come = outermost([...now].flatMap(([key, field]) => (old.has(key) ? [] : [field])));
  const moves = gone.flatMap((field) => {
    const [there, ...others] = come.filter((each) => isMoved(field, each));
    return there === undefined || others.length > 0 ? [] : [{ before: field, after: there }];
  });
  const moved = new Set(moves.flatMap((pair) => [pair.before, pair.after]));
  const job = before.answers.job === after.answers.job ? after.answers.job : null;
  const both = [...now].flatMap(([key, field]) => {
    const same = old.get(key);
    return same === undefined ? [] : [{ before: same, after: field }];
  });
  return [
    ...both.flatMap((pair) => compared(pair, job)),
    ...moves.map(movement),
    ...gone.filter((field) => !moved.has(field)).map((field) => presence(field, 'gone', before)),
    ...come.filter((field) => !moved.has(field)).map((field) => presence(field, 'come', after)),
  ];
}

/** The fields by place. Parameters of a path go by their order, because their names are not sent. */
function byPlace(contract: Contract): ReadonlyMap<string, ContractField> {
  const order = [...contract.operation.path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => `/${name}`);
  return new Map(
    fieldsOf(contract).map((field) => {
      const { place, pointer } = field;
      const [, own = '', inner = ''] = /^(\/[^/]*)(.*)$/.exec(pointer) ?? [];
      return [place === 'path' ? `path ${order.indexOf(own)}${inner}` : `${place} ${pointer}`, field];
    }),
  );
}

/** The fields without those whose parent is in the list as well. */
function outermost(fields: readonly ContractField[]): readonly ContractField[] {
  return fields.filter(
    (field) =>
      !fields.some((other) => other !== field && other.place === field.place && isBelow(field.pointer, other.pointer)),
  );
}

function isMoved(one: ContractField, other: ContractField): boolean {
  const nameOf = ({ pointer }: ContractField): string => pointer.slice(pointer.lastIndexOf('/'));
  return one.place === other.place && nameOf(one) === nameOf(other) && isDeepStrictEqual(one.schema, other.schema);
}

/** @param job - if both contracts have the job of an answer: it is required, whatever its row says */
function compared({ after, before }: FieldPair, job: string | null): readonly FoundChange[] {
  const { place, pointer } = after;
  const where = placeInWords(place, pointer);
  const facts = factsOf(before, after);
  const parts = partsOf(after);
  const keywords = compareSchemas(before.schema, after.schema).map(({ class: kind, keyword, what }) =>
    // an absent member of an answer asks nothing of a client
    change(keyword === 'default' && isAnswer(after) ? 'metadata' : kind, where, what, {
      facts,
      parts,
      touches: (clause) =>
        TAKEN_BACK.has(keyword)
          ? isOf(clause, after)
          : isAt(clause, place, pointer) && isSameBound(clause.keyword, keyword),
    }),
  );
  const shapes = shapeChange({ before, after }, where);
  const isJob = place === 'success' && pointer === job;
  const kind = isJob ? 'metadata' : after.isRequired ? 'tightening' : 'loosening';
  const words = (isRequired: boolean): string => (isRequired ? 'required' : 'optional');
  const note = isJob ? ' (a job is asked for either way)' : '';
  const obligation = change(kind, where, `${words(before.isRequired)} → ${words(after.isRequired)}${note}`, {
    facts,
    parts: isJob ? [] : parts,
    touches: (clause) => isObligation(clause, after),
  });
  const name =
    place === 'path' && before.pointer !== pointer
      ? [change('vocabulary', 'path', `its parameter ${before.pointer.slice(1)} is called ${pointer.slice(1)}`)]
      : [];
  return [...keywords, ...shapes, ...(before.isRequired === after.isRequired ? [] : [obligation]), ...name];
}

/** Alternatives differ in the members that each requires; their fields are compared like all others. */
function shapeChange({ after, before }: FieldPair, where: string): readonly FoundChange[] {
  const [old, now] = [shapesOf(before), shapesOf(after)];
  const isWithin = (few: readonly string[], many: readonly string[]): boolean => few.every((one) => many.includes(one));
  if (isWithin(old, now) && isWithin(now, old)) return [];
  const kind =
    old.length > 0 && isWithin(old, now)
      ? 'loosening'
      : now.length > 0 && isWithin(now, old)
        ? 'tightening'
        : 'breaking';
  const words = (shapes: readonly string[]): string => (shapes.length === 0 ? 'one shape' : shapes.join(' or '));
  return [
    change(kind, where, `${words(old)} → ${words(now)}`, {
      facts: factsOf(before, after),
      parts: partsOf(after),
    }),
  ];
}

function shapesOf({ schema }: ContractField): readonly string[] {
  return (['anyOf', 'oneOf'] as const).flatMap((keyword) =>
    ((schema[keyword] ?? []) as readonly Readonly<Record<string, unknown>>[]).map((each) =>
      JSON.stringify(each.required ?? each),
    ),
  );
}

function movement({ after, before }: FieldPair): FoundChange {
  return change('breaking', placeInWords(after.place, after.pointer), `moved here from ${before.pointer}`, {
    facts: factsOf(before, after),
    parts: partsOf(after),
    touches: (clause) => isOf(clause, before) || isOf(clause, after),
  });
}

/** A field that only one of two contracts has. */
function presence(field: ContractField, became: 'gone' | 'come', { answers, normalise }: Contract): FoundChange {
  const { fact, isRequired, place, pointer, schema } = field;
  const isJob = place === 'success' && pointer === answers.job;
  const about = [isRequired ? 'required' : 'optional', typeInWords(schema), ...constraintsInWords(schema)].join(', ');
  const what =
    pointer === '/'
      ? `the body is ${became === 'come' ? 'new' : 'gone'}`
      : `${became === 'come' ? 'new' : 'gone'}: ${about}`;
  return change(classOf(), placeInWords(place, pointer), what, {
    facts: fact === null ? [] : [fact],
    parts: [
      ...partsOf(field),
      ...(isJob ? (['job'] as const) : []),
      ...(normalise.some((each) => each.pointer === `/body${pointer}`) ? (['truncation'] as const) : []),
    ],
    touches: (clause) => isOf(clause, field),
  });

  function classOf(): FoundChange['class'] {
    if (isFree(schema)) return 'metadata';
    if (isRequired || (pointer === '/' && !isAnswer(field))) return 'breaking';
    // in an answer, and inside a value, a schema asks for more; a further field of a request is one more that is valid
    const asks = isAnswer(field) || /\*(?::keys)?$/.test(pointer);
    return asks === (became === 'come') ? 'tightening' : 'loosening';
  }
}
