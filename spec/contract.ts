/** The contract: what `derive` reads from a vendor's page, and the only source of bounds, sets and shapes. */

/** A JSON Schema 2020-12, restricted to the keywords that `contract.schema.json` lists. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** One statement of the page, in a form that does not depend on the page's language. */
export interface Fact {
  /** Stable id, `F1` … `F23`; one id per kind of statement, whatever the page. */
  readonly id: string;
  /** What the fact is about, e.g. `size.range`. */
  readonly kind: string;
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
  readonly text: string;
}

/** What the page calls the things that every contract of this kind has. */
export interface Names {
  /** Key of the action in the request body, e.g. `os-extend`. */
  readonly action: string;
  /** Key of the new size, below the action, e.g. `new_size`; in GB. */
  readonly size: string;
  /** Path parameters that carry the project and the volume. */
  readonly project: string;
  readonly volume: string;
  /** Key of the job id in a successful answer; null where the operation has no job. */
  readonly job: string | null;
  /** Keys of which a refusal's body has exactly one, e.g. `error`. */
  readonly errors: readonly string[];
}

export interface Contract {
  readonly format: 1;
  readonly id: string;
  readonly operation: {
    readonly method: string;
    /** Path template with `{name}` parameters. */
    readonly path: string;
    readonly deprecated: boolean;
    readonly parameters: Readonly<Record<string, JsonSchema>>;
  };
  readonly names: Names;
  readonly request: JsonSchema;
  readonly response: {
    /** `schema` is null where the documented answer has no body. */
    readonly success: { readonly status: number; readonly schema: JsonSchema | null };
    readonly error: { readonly schema: JsonSchema };
  };
  readonly normalise: readonly Normalisation[];
  /** The case schema: valid over `{path, body, volume, servers}` means "must be accepted". */
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
}

/** The provenance of one contract on one page. */
export interface Provenance {
  readonly format: 1;
  readonly contract: { readonly id: string; readonly sha256: string };
  readonly language: 'zh' | 'en';
  readonly page: { readonly sha256: string };
  readonly origins: readonly Origin[];
}
