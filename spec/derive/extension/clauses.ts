import type { Clause } from '../../contract.ts';

/**
 * All clauses that a case schema can have, in the order of a contract. The finished schema shows which it has, and
 * where. A clause is named after its requirement; if a requirement has several clauses, each adds the name of its part.
 */
const CLAUSES = {
  'body.os-extend-body': { requirement: 'body.os-extend', level: 'MUST', fact: 'request.action' },
  'body.os-extend': { requirement: 'body.os-extend', level: 'MUST', fact: 'request.action' },
  'body.os-extend-type': { requirement: 'body.os-extend', level: 'MUST', fact: 'request.action' },
  'body.new-size': { requirement: 'body.new-size', level: 'MUST', fact: 'request.size' },
  'body.new-size-type': { requirement: 'body.new-size-type', level: 'MUST', fact: 'request.size' },
  'body.numeric-string': { requirement: 'body.numeric-string', level: 'advisory', fact: null },
  'body.extra-keys': { requirement: 'body.extra-keys', level: 'advisory', fact: null },
  'body.extra-keys-nested': { requirement: 'body.extra-keys', level: 'advisory', fact: null },
  'size.not-greater': { requirement: 'size.not-greater', level: 'MUST', fact: 'size.range' },
  'size.not-greater-below': { requirement: 'size.not-greater', level: 'MUST', fact: 'size.range' },
  'size.over-maximum': { requirement: 'size.over-maximum', level: 'MUST', fact: 'size.range' },
  'size.maximum': { requirement: 'size.maximum', level: 'SHOULD', fact: 'size.range' },
  // if the page is silent, a size that enlarges nothing and a decimal are open: silence is no MUST
  'size.growth': { requirement: null, level: 'advisory', fact: null },
  'size.whole': { requirement: null, level: 'advisory', fact: null },
  'state.in-use-shared': { requirement: 'state.in-use-shared', level: 'MUST', fact: 'state.in-use-shared' },
  'state.server-status': { requirement: 'state.server-status', level: 'MUST', fact: 'state.server-status' },
  'state.other': { requirement: 'state.other', level: 'advisory', fact: null },
} as const satisfies Record<string, Omit<Clause, 'id' | 'schemaPath'>>;

type ClauseId = keyof typeof CLAUSES;

/** Marks the objects of a schema under construction, or their keywords, as clauses. */
export interface Marks {
  readonly mark: <S extends object>(clause: ClauseId, schema: S, keyword?: keyof S & string) => S;
  /** The clauses with their paths in the finished schema. */
  readonly locate: (schema: object) => readonly Clause[];
}

export function createMarks(): Marks {
  const marks: { readonly clause: ClauseId; readonly schema: object; readonly keyword: string | undefined }[] = [];
  return {
    mark: (clause, schema, keyword) => {
      marks.push({ clause, schema, keyword });
      return schema;
    },
    locate: (schema) => {
      const paths = pathsOf(schema);
      return (Object.keys(CLAUSES) as ClauseId[]).flatMap((id) => {
        const mark = marks.find(({ clause }) => clause === id);
        if (mark === undefined) return [];
        const path = paths.get(mark.schema);
        if (path === undefined)
          throw new Error(`clause ${id} was marked on a schema that is not part of the case schema`);
        return [{ id, ...CLAUSES[id], schemaPath: mark.keyword === undefined ? path : `${path}/${mark.keyword}` }];
      });
    },
  };
}

/** Parameter names need no escaping in a JSON pointer: `table.ts` and `sample.ts` make sure of that. */
function pathsOf(root: object): ReadonlyMap<object, string> {
  const paths = new Map<object, string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    paths.set(value, path);
    for (const [key, member] of Object.entries(value)) visit(member, `${path}/${key}`);
  };
  visit(root, '#');
  return paths;
}
