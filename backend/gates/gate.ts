/** The parts of a request that show its sender. */
export interface Received {
  readonly method: string;
  /** Path and query as they were received. */
  readonly target: string;
  readonly header: (name: string) => string | undefined;
  /** The body's bytes. */
  readonly body: () => Promise<Buffer>;
}

/** The sender of a request. */
export interface Caller {
  /** A key of `settings.tokens`; undefined if the request has no credentials; any other text if they are unknown. */
  readonly token: string | undefined;
  /** The mistake in its credentials. */
  readonly problem?: string;
}

/** Identifies the sender of a request. */
export type Gate = (received: Received) => Promise<Caller>;

/** The way for callers to identify themselves, besides the tokens in `settings.tokens`. */
export type GateSettings =
  | { readonly kind: 'token' }
  | {
      readonly kind: 'login';
      /** Password of each user; users are keys of `settings.tokens`. */
      readonly passwords: Readonly<Record<string, string>>;
      readonly domain: string;
      /** Names of projects, which a login may use as well: name → id. */
      readonly projects?: Readonly<Record<string, string>>;
      /** The lifetime of an issued token, in ms. */
      readonly lifetimeMs: number;
    }
  | {
      readonly kind: 'signed';
      /** Secret of each access key; access keys are keys of `settings.tokens`. */
      readonly secrets: Readonly<Record<string, string>>;
      /** The largest difference between the date of a signature and the clock, in ms. */
      readonly skewMs: number;
    };

/** A name that no caller can have. */
export const stranger = '';
