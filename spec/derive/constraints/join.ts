import type { JsonSchema } from '../../contract.ts';
import { EXHAUSTIVE } from './cases.ts';
import type { SaidKeyword } from './kind.ts';
import type { Passage } from './passage.ts';

/** A statement, and its place. */
export interface Heard {
  readonly said: SaidKeyword;
  readonly passage: Passage;
}

/** The result of the statements about one thing, and the passages that contradict each other. */
interface Joined {
  readonly schema: JsonSchema;
  readonly lines: ReadonlyMap<string, number>;
  readonly disputed: readonly Passage[];
}

const LISTS = ['enum', 'examples', 'explains'];
const PAIRS = [
  ['minimum', 'maximum'],
  ['exclusiveMinimum', 'maximum'],
  ['minimum', 'exclusiveMaximum'],
  ['minLength', 'maxLength'],
  ['minBytes', 'maxBytes'],
  ['minItems', 'maxItems'],
] as const;

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

/** Whether a bound excludes the default, which is a value as well: -1, for "no limit". */
function excludesDefault(keyword: (typeof BOUNDS)[number], schema: JsonSchema): boolean {
  const [bound, value] = [schema[keyword], schema.default];
  if (typeof bound !== 'number' || typeof value !== 'number') return false;
  if (keyword === 'minimum') return value < bound;
  if (keyword === 'maximum') return value > bound;
  return keyword === 'exclusiveMinimum' ? value <= bound : value >= bound;
}

/** Joins statements about one thing in one case. If two passages differ, neither of them holds. */
export function join(heard: readonly Heard[]): Joined {
  const schema: Record<string, unknown> = {};
  const lines = new Map<string, number>();
  const disputed: Passage[] = [];
  const keywords = new Set(heard.map(({ said }) => said.keyword).filter((keyword) => !LISTS.includes(keyword)));
  for (const keyword of keywords) {
    const all = heard.filter(({ said }) => said.keyword === keyword);
    if (new Set(all.map(({ said }) => JSON.stringify(said.value))).size > 1) {
      disputed.push(...all.map(({ passage }) => passage));
    } else if (all[0] !== undefined) {
      schema[keyword] = all[0].said.value;
      lines.set(keyword, all[0].passage.line);
    }
  }
  joinLists(heard, schema, lines, disputed);
  for (const keyword of BOUNDS.filter((bound) => excludesDefault(bound, schema))) {
    disputed.push(...heard.filter(({ said }) => said.keyword === keyword).map(({ passage }) => passage));
    delete schema[keyword];
  }
  for (const [low, high] of PAIRS) {
    if (Number(schema[low]) <= Number(schema[high]) || schema[low] === undefined || schema[high] === undefined)
      continue;
    disputed.push(
      ...heard.filter(({ said }) => said.keyword === low || said.keyword === high).map((each) => each.passage),
    );
    delete schema[low];
    delete schema[high];
  }
  return { schema, lines, disputed };
}

function joinLists(
  heard: readonly Heard[],
  schema: Record<string, unknown>,
  lines: Map<string, number>,
  disputed: Passage[],
): void {
  const lists = heard.filter(({ said }) => LISTS.includes(said.keyword));
  const [first] = lists;
  if (first === undefined) return;
  const closed = lists.filter(({ said }) => said.keyword === 'enum');
  const all = unique(lists.flatMap(({ said }) => valuesIn(said)));
  const isClosed = closed.length > 0 && closed.every(({ said }) => unique(valuesIn(said)).length === all.length);
  const isOutside = schema.default !== undefined && !all.includes(schema.default);
  if (closed.length > 0 && (!isClosed || isOutside)) disputed.push(...lists.map(({ passage }) => passage));
  schema.enum = all;
  if (!isClosed || isOutside) schema['x-open'] = true;
  lines.set('enum', (closed[0] ?? first).passage.line);
}

function valuesIn({ keyword, value }: SaidKeyword): readonly unknown[] {
  return keyword === 'explains' ? [value] : (value as readonly unknown[]);
}

function unique(values: readonly unknown[]): readonly unknown[] {
  return [...new Set(values)];
}

/** The bounds that hold in both of two cases that cover everything. */
export function weakest(cases: readonly { readonly when: string; readonly schema: JsonSchema }[]): JsonSchema {
  const common: Record<string, unknown> = {};
  for (const [one, other] of EXHAUSTIVE) {
    const [first, second] = [one, other].map((when) => cases.find((each) => each.when === when)?.schema);
    for (const keyword of Object.keys(first ?? {})) {
      const bounds = [first?.[keyword], second?.[keyword]].filter((value) => typeof value === 'number');
      if (bounds.length < 2) continue;
      if (/^(?:max|exclusiveMax)/.test(keyword)) common[keyword] = Math.max(...bounds);
      else if (/^(?:min|exclusiveMin)/.test(keyword)) common[keyword] = Math.min(...bounds);
    }
  }
  return common;
}
