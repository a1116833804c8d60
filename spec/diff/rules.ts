import { isDeepStrictEqual } from 'node:util';
import { constraintsInWords } from '../constraint-words.ts';
import type { ConditionalSchema, Contract, JsonSchema, Normalisation, Precondition } from '../contract.ts';
import { fieldsOf } from '../fields.ts';
import { change, type FoundChange, placeInWords } from './change.ts';
import { isSameBound } from './placed-clauses.ts';
import { compareSchemas } from './schemas.ts';

/** Differences of rules besides the fields: about single cases, about states, about the treatment of a value. */
export function ruleChanges(before: Contract, after: Contract): readonly FoundChange[] {
  return [...caseChanges(before, after), ...preconditionChanges(before, after), ...truncationChanges(before, after)];
}

/** Changes of the bounds in single cases. A case without a bound of its own has the field's. */
function caseChanges(before: Contract, after: Contract): readonly FoundChange[] {
  return paired(before.cases, after.cases, ({ pointer, when }) => `${pointer} ${when}`).flatMap(([old, now]) => {
    const { fact, pointer, when } = (now ?? old) as ConditionalSchema;
    const [place, field] = placeOf(pointer);
    const where = placeInWords(place, field);
    const usual = [schemaAt(before, place, field), schemaAt(after, place, field)] as const;
    if (usual[0] === undefined || usual[1] === undefined) return [];
    const elsewhere = new Set(compareSchemas(usual[0], usual[1]).map(({ what }) => what));
    const found = compareSchemas({ ...usual[0], ...old?.schema }, { ...usual[1], ...now?.schema }).filter(
      ({ what }) => !elsewhere.has(what),
    );
    if (found.length === 0) return isDeepStrictEqual(old, now) ? [] : [change('vocabulary', where, asUsual(old, when))];
    return found.map(({ class: kind, keyword, what }) =>
      change(kind, where, `${what} for ${when} (a case: no verdict of another one changes)`, {
        facts: [fact],
        touches: (clause) => clause.place === place && clause.pointer === field && isSameBound(clause.keyword, keyword),
      }),
    );
  });
}

function asUsual(old: ConditionalSchema | undefined, when: string): string {
  return old === undefined
    ? `says for ${when} a rule that holds anyway`
    : `no longer says for ${when} a rule that holds anyway`;
}

function placeOf(pointer: string): readonly ['path' | 'query' | 'request', string] {
  const [, part = '', rest = ''] = /^\/(path|query|body)(\/.*)?$/.exec(pointer) ?? [];
  return [part === 'path' || part === 'query' ? part : 'request', rest === '' ? pointer : rest];
}

/** The schema of a field; a field that comes or goes reports the change itself. */
function schemaAt(contract: Contract, place: string, pointer: string): JsonSchema | undefined {
  return fieldsOf(contract).find((field) => field.place === place && field.pointer === pointer)?.schema;
}

function preconditionChanges(before: Contract, after: Contract): readonly FoundChange[] {
  const keyOf = ({ on, when }: Precondition): string => `${on} ${JSON.stringify(when)}`;
  return paired(before.preconditions, after.preconditions, keyOf).flatMap(([old, now]) => {
    if (isDeepStrictEqual(old?.requires, now?.requires)) return [];
    const { on, when } = (now ?? old) as Precondition;
    const facts = [old?.fact, now?.fact].filter((fact) => fact !== undefined);
    const conditions = Object.entries(when).map(([name, schema]) => `${name} ${words(schema)}`);
    const where = `${on}${conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`}`;
    const more = {
      facts,
      touches: ({ fact, place }: { readonly fact: string | null; readonly place: string }) =>
        (place === 'fixtures' || place === 'rule') && fact !== null && facts.includes(fact),
    };
    if (old === undefined || now === undefined) {
      const what = `${now === undefined ? 'may be anything now; before, it had to be' : 'has to be'} ${words((now ?? old)?.requires)}`;
      return [change(now === undefined ? 'loosening' : 'tightening', where, what, more)];
    }
    const found = compareSchemas(deepest(old.requires), deepest(now.requires));
    if (found.length === 0) return [change('breaking', where, `${words(old.requires)} → ${words(now.requires)}`, more)];
    return found.map(({ class: kind, what }) => change(kind, where, what, more));
  });
}

/** The schema of a list's items, however deep. */
function deepest(schema: JsonSchema): JsonSchema {
  return typeof schema.items === 'object' && schema.items !== null ? deepest(schema.items as JsonSchema) : schema;
}

function words(schema: JsonSchema = {}): string {
  return constraintsInWords(deepest(schema)).join('; ') || JSON.stringify(schema);
}

function truncationChanges(before: Contract, after: Contract): readonly FoundChange[] {
  const keyOf = ({ operation, pointer }: Normalisation): string => `${operation} ${pointer}`;
  return paired(before.normalise, after.normalise, keyOf).flatMap(([old, now]) => {
    if (old !== undefined && now !== undefined) return [];
    const { fact, operation, pointer } = (now ?? old) as Normalisation;
    const [place, field] = placeOf(pointer);
    if ([before, after].some((contract) => schemaAt(contract, place, field) === undefined)) return [];
    const what = now === undefined ? `${operation}: not said any more` : `${operation}: said now`;
    return [
      change(now === undefined ? 'loosening' : 'tightening', placeInWords(place, field), what, {
        facts: [fact],
        parts: ['truncation'],
        touches: (clause) => clause.place === place && clause.pointer === field && clause.keyword === 'multipleOf',
      }),
    ];
  });
}

/** The entries of both lists in pairs by a key, in the order of the second list, then those that only the first has. */
function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [T | undefined, T | undefined])[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Map(after.map((one) => [keyOf(one), one]));
  return [...new Set([...now.keys(), ...old.keys()])].map((key) => [old.get(key), now.get(key)] as const);
}
