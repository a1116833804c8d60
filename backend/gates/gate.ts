/** A request, as far as it shows who sends it. */
export interface Received {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly header: (name: string) => string | undefined;
  /** The body's bytes. */
  readonly body: () => Promise<Buffer>;
}

/** Who sends a request. */
export interface Caller {
  /** A key of `settings.tokens`; undefined where the request names nobody; any other text where it names nobody known. */
  readonly token: string | undefined;
  /** What is wrong with its credentials. */
  readonly problem?: string;
}

/** Finds out who sends a request. */
export type Gate = (received: Received) => Promise<Caller>;

/** How callers show who they are, beside the token that stands in `settings.tokens`. */
export type GateSettings =
  | { readonly kind: 'token' }
  | {
      readonly kind: 'login';
      /** Password of each user; users are keys of `settings.tokens`. */
      readonly passwords: Readonly<Record<string, string>>;
      readonly domain: string;
      /** Names of projects, by which a login may ask for them as well: name → id. */
      readonly projects?: Readonly<Record<string, string>>;
      /** How long an issued token is good, in milliseconds. */
      readonly lifetimeMs: number;
    }
  | {
      readonly kind: 'signed';
      /** Secret of each access key; access keys are keys of `settings.tokens`. */
      readonly secrets: Readonly<Record<string, string>>;
      /** How far the date of a signature may be from the clock, in milliseconds. */
      readonly skewMs: number;
    };

/** Nobody's: no caller can be called that. */
export const stranger = '';
