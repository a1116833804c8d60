import type { JsonSchema } from '../../contract.ts';
import type { Sentence } from '../../read/page.ts';
import { contextOf, type DescribedField } from './field.ts';
import { type Heard, join, weakest } from './join.ts';
import type { SaidKeyword } from './kind.ts';
import { listen } from './listen.ts';
import { passagesOf } from './passage.ts';
import { sourceOf } from './source.ts';

/** A question that the page leaves open. */
interface OpenQuestion {
  readonly question: string;
  readonly readings: readonly string[];
}

/** The restrictions on a field's values in its description. */
export interface ReadConstraints {
  /** Keywords that hold in all cases. A list with `x-open` binds nothing. */
  readonly schema: JsonSchema;
  /** For an object with open keys: the schema of its keys. */
  readonly keys: JsonSchema | null;
  /** … and their values. */
  readonly values: JsonSchema | null;
  /** Set if the prose decides it for all cases. */
  readonly required: boolean | null;
  readonly nullable: boolean;
  /** Bounds that hold in one case only, named by our own word. */
  readonly cases: readonly { readonly when: string; readonly schema: JsonSchema; readonly line: number }[];
  /**
   * A relation to the present value: greater than it, or (the page leaves open whether equality is allowed) from it.
   */
  readonly relative: { readonly above: 'current' } | { readonly from: 'current' } | null;
  /** A decimal counts as the integer before its point. */
  readonly truncates: boolean;
  readonly open: readonly (OpenQuestion & { readonly line: number })[];
  /**
   * The line of each statement: by keyword, with `keys.` or `values.` before it, or by `required`, `nullable`,
   * `relative`, `truncates`.
   */
  readonly lines: ReadonlyMap<string, number>;
  /** Sentences that look like a constraint and are not fully covered by the other members. */
  readonly unparsed: readonly Sentence[];
}

/** Reads the description of one field. */
export function readConstraints(described: DescribedField): ReadConstraints {
  const passages = passagesOf(described.sentences);
  const field = contextOf(
    described,
    passages.map(({ text }) => text),
  );
  const { heard, unparsed } = listen(passages, field);
  const lines = new Map<string, number>();
  const part = (on: SaidKeyword['on'], when?: string): JsonSchema => {
    const joined = join(heard.filter(({ said }) => said.on === on && said.when === when && said.keyword !== 'reading'));
    for (const { sentences } of joined.disputed) for (const sentence of sentences) unparsed.add(sentence);
    const place = when === undefined ? (on === 'field' ? '' : `${on}.`) : undefined;
    if (place !== undefined) for (const [keyword, line] of joined.lines) lines.set(placeOf(`${place}${keyword}`), line);
    return joined.schema;
  };
  const own = part('field');
  const cases = casesOf(heard, part, unparsed);
  const common = weakest(cases);
  for (const keyword of Object.keys(common)) {
    const line = cases.find(({ schema }) => keyword in schema)?.line;
    if (!lines.has(keyword) && line !== undefined) lines.set(keyword, line);
  }
  const source = sourceOf(field);
  const readings = heard.filter(({ said }) => said.keyword === 'reading');
  return {
    schema: { ...common, ...keywordsOf(own), ...(source === null ? {} : { 'x-source': source }) },
    keys: orNull(part('keys')),
    values: orNull(part('values')),
    required: typeof own.required === 'boolean' && described.where !== 'response' ? own.required : null,
    nullable: own.nullable === true,
    cases,
    relative: own.above !== undefined ? { above: 'current' } : own.from !== undefined ? { from: 'current' } : null,
    truncates: own.truncates === true,
    open: readings.map(({ said, passage }) => ({ ...(said.value as OpenQuestion), line: passage.line })),
    lines,
    unparsed: [...unparsed].sort((one, other) => one.line - other.line),
  };
}

/** The cases of a cell. A statement in a case that is no bound of the field itself counts as unparsed. */
function casesOf(
  heard: readonly Heard[],
  part: (on: SaidKeyword['on'], when: string) => JsonSchema,
  unparsed: Set<Sentence>,
): ReadConstraints['cases'] {
  const within = heard.filter(({ said }) => said.when !== undefined);
  for (const { said, passage } of within) {
    if (said.on === 'field' && !OWN_WORDS.includes(said.keyword)) continue;
    for (const sentence of passage.sentences) unparsed.add(sentence);
  }
  const whens = [...new Set(within.map(({ said }) => said.when))].filter((when) => when !== undefined);
  return whens.flatMap((when) => {
    const schema = keywordsOf(part('field', when));
    const line = Math.min(...within.filter(({ said }) => said.when === when).map(({ passage }) => passage.line));
    return Object.keys(schema).length === 0 ? [] : [{ when, schema, line }];
  });
}

const OWN_WORDS: readonly string[] = ['required', 'nullable', 'truncates', 'above', 'from', 'reading'];

function placeOf(keyword: string): string {
  return keyword === 'above' || keyword === 'from' ? 'relative' : keyword;
}

function keywordsOf(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !OWN_WORDS.includes(keyword)));
}

function orNull(schema: JsonSchema): JsonSchema | null {
  return Object.keys(schema).length === 0 ? null : schema;
}
