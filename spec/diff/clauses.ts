import { isDeepStrictEqual } from 'node:util';
import { constraintsInWords, typeInWords } from '../constraint-words.ts';
import type { Contract, JsonSchema } from '../contract.ts';
import { resolve } from '../parts.ts';
import { type ChangeClass, change, type FoundChange, type PlacedClause } from './change.ts';
import { placedClauses } from './placed-clauses.ts';
import { type ClassedWords, compareSchemas } from './schemas.ts';

/** Differences of clauses that no other change covers: bounds that depend on a fixture, and levels. */
export function clauseChanges(
  before: Contract,
  after: Contract,
  told: readonly Pick<FoundChange, 'touches'>[],
): readonly FoundChange[] {
  const isTold = (clause: PlacedClause): boolean => told.some(({ touches }) => touches(clause));
  return pairs(before, after).flatMap(([old, now]): readonly FoundChange[] => {
    const either = [old, now].filter((clause) => clause !== undefined);
    const [at] = either;
    const weight = weightChange(old, now);
    // if another clause takes its place, the field does not show it
    const isHeir = either.length === 2 && old?.id !== now?.id;
    if (at === undefined || (either.some(isTold) && !isHeir)) return [];
    if (either.length === 1 && isImplied(at, old === undefined ? [after, before] : [before, after])) return [];
    const touches = ({ id }: PlacedClause): boolean => either.some((clause) => clause.id === id);
    const more = { facts: either.flatMap(({ fact }) => fact ?? []), touches };
    const words = now === undefined ? wordsOf(at, before) : wordsOf(now, after);
    const weighed =
      weight === undefined ? [] : [change(weight, whereOf(at), `${words}: ${levelOf(old)} → ${levelOf(now)}`, more)];
    if (old === undefined || now === undefined) return weighed;
    const values = either.some(isTold) ? [] : compareValues([old, before], [now, after]);
    const isSame = weight !== undefined || old.requirement === now.requirement;
    const owner = isSame ? [] : [`${old.requirement} → ${now.requirement}`];
    return [
      ...weighed,
      ...values.map(({ class: kind, what }) => change(kind, whereOf(at), what, more)),
      ...owner.map((what) => change('breaking', whereOf(at), `the requirement of "${words}": ${what}`, more)),
    ];
  });
}

/** Whether the other contract asks for more at the same end anyway: "greater than" implies "at least". */
function isImplied(clause: PlacedClause, [own, other]: readonly [Contract, Contract]): boolean {
  if (clause.keyword !== 'minimum') return false;
  const bound = resolve(own.case, clause.schemaPath);
  return placedClauses(other).some(
    ({ keyword, level, pointer, schemaPath }) =>
      keyword === 'exclusiveMinimum' &&
      level === clause.level &&
      pointer === clause.pointer &&
      isDeepStrictEqual(resolve(other.case, schemaPath), bound),
  );
}

type ClausePair = readonly [PlacedClause | undefined, PlacedClause | undefined];

/** The clauses of both contracts in pairs: by id, otherwise by their part of the case schema. */
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

/** The strongest last; a missing clause asks for nothing. */
const STRENGTH = ['none', 'advisory', 'SHOULD', 'MUST'];

function weightChange(old: PlacedClause | undefined, now: PlacedClause | undefined): ChangeClass | undefined {
  const [was, is] = [old, now].map((clause) => STRENGTH.indexOf(clause?.level ?? 'none')) as [number, number];
  return was === is ? undefined : is > was ? 'tightening' : 'loosening';
}

function levelOf(clause: PlacedClause | undefined): string {
  return clause === undefined ? 'not said' : clause.level === 'advisory' ? 'open' : clause.level;
}

type LocatedClause = readonly [PlacedClause, Contract];

function compareValues([old, before]: LocatedClause, [now, after]: LocatedClause): readonly ClassedWords[] {
  const values = [resolve(before.case, old.schemaPath), resolve(after.case, now.schemaPath)] as const;
  if (isDeepStrictEqual(...values)) return [];
  const isWhole =
    old.keyword === 'rule' || (old.keyword === 'type' && !Array.isArray(values[0]) && typeof values[0] === 'object');
  const schema = (value: unknown): JsonSchema => (isWhole ? (value as JsonSchema) : { [old.keyword]: value });
  const found = compareSchemas(schema(values[0]), schema(values[1]));
  return found.length > 0 ? found : [{ class: 'breaking', what: `${old.keyword} is another one` }];
}

function wordsOf(clause: PlacedClause, contract: Contract): string {
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
