/** The contract: the result of `derive` for a vendor's page, and the only source of bounds, sets and shapes. */

/** A JSON Schema 2020-12, restricted to the keywords that `contract.schema.json` lists. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** One statement of the page, in a form that does not depend on the page's language. */
export interface Fact {
  /** Its subject, e.g. `size.range`: one id for each kind of statement, whatever the page. */
  readonly id: string;
  /** The page's statement, as data. */
  readonly value: unknown;
}

/**
 * One addressable part of the case schema.
 * A case that breaks a MUST clause has to be refused; one that breaks only others is open.
 */
export interface Clause {
  readonly id: string;
  /** The requirement that is tested by a case that breaks this clause; null for clauses that only define a case. */
  readonly requirement: string | null;
  readonly level: 'MUST' | 'SHOULD' | 'advisory';
  readonly fact: string | null;
  /** The place of the clause in the case schema; every ajv error below it belongs to the clause. */
  readonly schemaPath: string;
}

/** A change made to a case before it is validated, because the page says that the service makes it. */
export interface Normalisation {
  /** JSON pointer into the case. */
  readonly pointer: string;
  /** `truncate`: a number becomes the integer before its point. */
  readonly operation: 'truncate';
  readonly fact: string;
}

/** An editorial ambiguity of the page (rule P4): both readings are allowed, the target's choice is reported. */
export interface Reading {
  readonly fact: string;
  readonly question: string;
  readonly readings: readonly string[];
}

/** A sentence that looks like a constraint, and matches no known phrase. */
export interface Unparsed {
  readonly heading: string;
  readonly line: number;
  /** sha256 of the normalised sentence. */
  readonly sha256: string;
  /** The sentence; only if the page may be quoted. */
  readonly text?: string;
}

/** A condition of the page on the state of a resource, as data: the case schema binds by the same rules. */
export interface Precondition {
  /** An attribute of a fixture, e.g. `volume.multiattach`. */
  readonly on: string;
  /** The condition for the rule: attributes and their JSON Schemas; empty: always. */
  readonly when: Readonly<Record<string, JsonSchema>>;
  /** The schema that the attribute has to meet then. */
  readonly requires: JsonSchema;
  readonly fact: string;
}

/** A bound that holds in some cases only, in the page's words; recorded, not bound. */
export interface ConditionalSchema {
  /** JSON pointer into the case. */
  readonly pointer: string;
  readonly when: string;
  readonly schema: JsonSchema;
  readonly fact: string;
}

/** The roles of the query's parameters; a role is absent if the page has no such parameter. */
export interface QueryRoles {
  readonly limit?: string;
  readonly offset?: string;
  readonly marker?: string;
  readonly sortKey?: string;
  readonly sortDir?: string;
  /** JSON pointer into an item, by the parameter that filters by this place. */
  readonly filters?: Readonly<Record<string, string>>;
}

export type OperationKind = 'create' | 'read' | 'list' | 'update' | 'merge' | 'delete' | 'action' | 'other';

/** The places of an answer's parts, as JSON pointers into its body; null for a missing part. */
export interface AnswerPlaces {
  readonly items: string | null;
  readonly id: string | null;
  /** The id of the created resource: in the answer itself, or in the answer about its job. */
  readonly created: string | { readonly job: string } | null;
  readonly job: string | null;
  readonly next: string | null;
}

/** The one operation that a page describes. */
export interface DocumentedOperation {
  readonly method: string;
  /** Path template with `{name}` parameters, without a query. */
  readonly path: string;
  /** The path's parameters by name, in their order. */
  readonly parameters: Readonly<Record<string, JsonSchema>>;
  /** The parameter for the project; null if the path has none. */
  readonly project: string | null;
  /** Schema of the query as an object; null if the operation takes none. */
  readonly query: JsonSchema | null;
  readonly roles: QueryRoles;
  readonly kind: OperationKind;
  /** The resource of the operation, e.g. `volume`. */
  readonly resource: string;
  /** Key of the body that tells the operations of one path apart, e.g. `os-extend`; null if there is only one. */
  readonly action: string | null;
  readonly deprecated: boolean;
}

export interface Contract {
  readonly format: 2;
  readonly id: string;
  readonly operation: DocumentedOperation;
  /** Every static constraint that holds in all cases; null: no body. */
  readonly request: JsonSchema | null;
  readonly cases: readonly ConditionalSchema[];
  readonly response: {
    /** `status` is null if the page names none, `schema` if the documented answer has no body. */
    readonly success: { readonly status: number | null; readonly schema: JsonSchema | null };
    /** `schema` is null if the page shows no refusal. */
    readonly error: { readonly schema: JsonSchema | null };
  };
  readonly answers: AnswerPlaces;
  /** Values that the page shows. */
  readonly samples: Readonly<Record<'request' | 'query' | 'success' | 'error', readonly unknown[]>>;
  readonly normalise: readonly Normalisation[];
  readonly preconditions: readonly Precondition[];
  /**
   * The case schema: valid over `{path, query, body, fixtures}` means "must be accepted". `query` and `body` are
   * present if the operation takes them.
   */
  readonly case: JsonSchema;
  readonly clauses: readonly Clause[];
  readonly facts: readonly Fact[];
  readonly readings: readonly Reading[];
  readonly unparsed: readonly Unparsed[];
}

/** The place of a fact on one page. */
export interface Origin {
  readonly fact: string;
  readonly heading: string;
  readonly line: number;
  /** The page's own anchor id; never one that begins with `mcps`, which repeat. */
  readonly anchor: string | null;
  /** sha256 of the normalised text the fact was read from. */
  readonly sha256: string;
  /** That text; only if the page may be quoted. */
  readonly text?: string;
}

/** The provenance of one contract on one page. */
export interface Provenance {
  readonly format: 2;
  readonly contract: { readonly id: string; readonly sha256: string };
  readonly language: 'zh' | 'en';
  /** `url`: the page's address for readers, which begins with https:// and has no fragment. */
  readonly page: { readonly sha256: string; readonly url?: string };
  readonly origins: readonly Origin[];
}
