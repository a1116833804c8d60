/** The contract: what `derive` reads from a vendor's page, and the only source of bounds, sets and shapes. */

/** A JSON Schema 2020-12, restricted to the keywords that `contract.schema.json` lists. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** One statement of the page, in a form that does not depend on the page's language. */
export interface Fact {
  /** What it is about, e.g. `size.range`: one id for each kind of statement, whatever the page. */
  readonly id: string;
  /** What the page says of it, as data. */
  readonly value: unknown;
}

/**
 * One addressable part of the case schema.
 * A case that breaks a MUST clause has to be refused; one that breaks only others is open.
 */
export interface Clause {
  readonly id: string;
  /** The requirement that a case breaking this clause puts to the test; null for clauses that only say what a case is. */
  readonly requirement: string | null;
  readonly level: 'MUST' | 'SHOULD' | 'advisory';
  readonly fact: string | null;
  /** Where the clause stands in the case schema; every ajv error below it belongs to the clause. */
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

/** A sentence that looks like a constraint and that no phrase reads. */
export interface Unparsed {
  readonly heading: string;
  readonly line: number;
  /** sha256 of the normalised sentence. */
  readonly sha256: string;
  /** The sentence; only where whoever derived the contract wanted the page quoted. */
  readonly text?: string;
}

/** What the page says that a resource has to be, as data: the case schema binds by the same rules. */
export interface Precondition {
  /** An attribute of a fixture, e.g. `volume.multiattach`. */
  readonly on: string;
  /** When the rule holds: attributes and their JSON Schemas; empty: always. */
  readonly when: Readonly<Record<string, JsonSchema>>;
  /** What the attribute has to be then. */
  readonly requires: JsonSchema;
  readonly fact: string;
}

/** A bound that holds in some cases only, as the page words them; recorded, not bound. */
export interface ConditionalSchema {
  /** JSON pointer into the case. */
  readonly pointer: string;
  readonly when: string;
  readonly schema: JsonSchema;
  readonly fact: string;
}

/** Which parameters of a query do what; absent where a page has none. */
export interface QueryRoles {
  readonly limit?: string;
  readonly offset?: string;
  readonly marker?: string;
  readonly sortKey?: string;
  readonly sortDir?: string;
  /** JSON pointer into an item, by the parameter that filters by it. */
  readonly filters?: Readonly<Record<string, string>>;
}

export type OperationKind = 'create' | 'read' | 'list' | 'update' | 'merge' | 'delete' | 'action' | 'other';

/** Where an answer has what, as JSON pointers into its body; null where it has none. */
export interface AnswerPlaces {
  readonly items: string | null;
  readonly id: string | null;
  /** The id of what was created: in the answer itself, or in what its job says. */
  readonly created: string | { readonly job: string } | null;
  readonly job: string | null;
  readonly next: string | null;
}

/** The one operation that a page describes. */
export interface DocumentedOperation {
  readonly method: string;
  /** Path template with `{name}` parameters, without a query. */
  readonly path: string;
  /** Of the path, by name, in its order. */
  readonly parameters: Readonly<Record<string, JsonSchema>>;
  /** Which of them is the project; null where the path has none. */
  readonly project: string | null;
  /** Schema of the query as an object; null where the operation takes none. */
  readonly query: JsonSchema | null;
  readonly roles: QueryRoles;
  readonly kind: OperationKind;
  /** What it is done to, e.g. `volume`. */
  readonly resource: string;
  /** Key of the body that tells the operations of one path apart, e.g. `os-extend`; null where there is one operation. */
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
    /** `status` is null where the page names none, `schema` where the documented answer has no body. */
    readonly success: { readonly status: number | null; readonly schema: JsonSchema | null };
    /** `schema` is null where the page shows no refusal. */
    readonly error: { readonly schema: JsonSchema | null };
  };
  readonly answers: AnswerPlaces;
  /** Values that the page shows. */
  readonly samples: Readonly<Record<'request' | 'query' | 'success' | 'error', readonly unknown[]>>;
  readonly normalise: readonly Normalisation[];
  readonly preconditions: readonly Precondition[];
  /**
   * The case schema: valid over `{path, query, body, fixtures}` means "must be accepted". `query` and `body` are there where
   * the operation takes them.
   */
  readonly case: JsonSchema;
  readonly clauses: readonly Clause[];
  readonly facts: readonly Fact[];
  readonly readings: readonly Reading[];
  readonly unparsed: readonly Unparsed[];
}

/** Where on one page a fact stands. */
export interface Origin {
  readonly fact: string;
  readonly heading: string;
  readonly line: number;
  /** The page's own anchor id; never one that begins with `mcps`, which repeat. */
  readonly anchor: string | null;
  /** sha256 of the normalised text the fact was read from. */
  readonly sha256: string;
  /** That text; only where whoever derived the contract wanted the page quoted. */
  readonly text?: string;
}

/** The provenance of one contract on one page. */
export interface Provenance {
  readonly format: 2;
  readonly contract: { readonly id: string; readonly sha256: string };
  readonly language: 'zh' | 'en';
  /** `url`: where people read it, which begins with https:// and has no fragment. */
  readonly page: { readonly sha256: string; readonly url?: string };
  readonly origins: readonly Origin[];
}
