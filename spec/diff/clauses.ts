import { isDeepStrictEqual } from 'node:util';
import { constraintsInWords, typeInWords } from '../constraint-words.ts';
import type { Contract, JsonSchema } from '../contract.ts';
import { resolve } from '../parts.ts';
import { type ChangeClass, change, type FoundChange, type PlacedClause } from './change.ts';
import { placedClauses } from './placed-clauses.ts';
import { compareSchemas } from './schemas.ts';

/** Clauses that differ and that no other change speaks of: bounds that depend on a fixture, and how strongly each binds. */
export function clauseChanges(
  before: Contract,
  after: Contract,
  told: readonly Pick<FoundChange, 'touches'>[],
): readonly FoundChange[] {
  const isTold = (clause: PlacedClause): boolean => told.some(({ touches }) => touches(clause));
  return pairs(before, after).flatMap(([old, now]) => {
    const either = [old, now].filter((clause) => clause !== undefined);
    const value = compareValues([old, before], [now, after]);
    const isSame = value === undefined && old?.level === now?.level && old?.requirement === now?.requirement;
    // how strongly a clause binds, no field says
    const isWeighed = either.length === 2 && old?.level !== now?.level;
    if (isSame || (!isWeighed && either.some(isTold))) return [];
    const at = either[0] as PlacedClause;
    const words = now === undefined ? wordsOf(old, before) : wordsOf(now, after);
    const levels = old?.level === now?.level ? '' : `${levelOf(old)} → ${levelOf(now)}`;
    const what = levels === '' ? (value?.what ?? words) : `${words}: ${levels}`;
    const touches = ({ id }: PlacedClause): boolean => either.some((clause) => clause.id === id);
    const facts = either.flatMap(({ fact }) => fact ?? []);
    return [change(classOf(old, now) ?? value?.class ?? 'breaking', whereOf(at), what, { facts, touches })];
  });
}

type ClausePair = readonly [PlacedClause | undefined, PlacedClause | undefined];

/** By id, else by the part of the case schema that they stand for. */
function pairs(before: Contract, after: Contract): readonly ClausePair[] {
  const [old, now] = [placedClauses(before), placedClauses(after)];
  const ids = (clauses: readonly PlacedClause[]): ReadonlySet<string> => new Set(clauses.map(({ id }) => id));
  const [oldIds, nowIds] = [ids(old), ids(now)];
  const gone = old.filter(({ id }) => !nowIds.has(id));
  const same = new Map<PlacedClause, PlacedClause>();
  const found = now.map((clause): ClausePair => {
    const heir = gone.find(({ schemaPath }) => !oldIds.has(clause.id) && schemaPath === clause.schemaPath);
    if (heir !== undefined) same.set(heir, clause);
    return [heir ?? old.find(({ id }) => id === clause.id), clause];
  });
  return [...found, ...gone.filter((clause) => !same.has(clause)).map((clause): ClausePair => [clause, undefined])];
}

/** Strongest last; a clause that is not there asks for nothing. */
const STRENGTH = ['none', 'advisory', 'SHOULD', 'MUST'];

function classOf(old: PlacedClause | undefined, now: PlacedClause | undefined): ChangeClass | undefined {
  const [was, is] = [old, now].map((clause) => STRENGTH.indexOf(clause?.level ?? 'none')) as [number, number];
  return was === is ? undefined : is > was ? 'tightening' : 'loosening';
}

function levelOf(clause: PlacedClause | undefined): string {
  return clause === undefined ? 'not said' : clause.level === 'advisory' ? 'open' : clause.level;
}

type Located = readonly [PlacedClause | undefined, Contract];

function compareValues([old, before]: Located, [now, after]: Located) {
  if (old === undefined || now === undefined) return { class: undefined, what: undefined };
  const values = [resolve(before.case, old.schemaPath), resolve(after.case, now.schemaPath)] as const;
  if (isDeepStrictEqual(...values)) return undefined;
  const schema = (value: unknown): JsonSchema =>
    old.keyword === 'rule' || old.keyword === 'type' ? (value as JsonSchema) : { [old.keyword]: value };
  const found = compareSchemas(schema(values[0]), schema(values[1]));
  return found[0] ?? { class: 'breaking' as const, what: 'its rule is another one' };
}

function wordsOf(clause: PlacedClause | undefined, contract: Contract): string {
  if (clause === undefined) return '';
  const value = resolve(contract.case, clause.schemaPath);
  if (clause.keyword === 'rule') return `the rule ${clause.id}`;
  if (clause.keyword === 'type')
    return typeInWords(typeof value === 'object' ? (value as JsonSchema) : { type: value });
  if (clause.keyword === 'required') return `has ${(value as readonly string[]).join(', ')}`;
  return constraintsInWords({ [clause.keyword]: value }).join('; ') || `${clause.keyword} ${JSON.stringify(value)}`;
}

function whereOf({ place, pointer }: PlacedClause): string {
  return place === 'rule'
    ? 'case'
    : place === 'fixtures'
      ? pointer.slice(1).replaceAll('/', '.')
      : `${place} ${pointer}`;
}
