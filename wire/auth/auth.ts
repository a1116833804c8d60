import type { WireAnswer } from '../exchange.ts';
import type { Secrets } from '../redact.ts';

/** The credentials of requests, as the settings give them. Plain data, secrets included. */
export type Auth =
  | { readonly kind: 'none' }
  /** Sent as X-Auth-Token. */
  | { readonly kind: 'token'; readonly token: string }
  | Login
  | Keys;

/** A password, for which a Keystone-style identity service issues tokens (`POST /v3/auth/tokens`). */
export interface Login {
  readonly kind: 'login';
  /** Base URL of the identity service; a `/v3` at its end does not matter. */
  readonly url: string;
  readonly user: string;
  /** Name of the user's domain, and of the project's. */
  readonly domain: string;
  readonly password: string;
  /** The project that tokens are for. */
  readonly project: { readonly id: string } | { readonly name: string };
}

/** An access key and its secret, which sign each request (SDK-HMAC-SHA256). */
export interface Keys {
  readonly kind: 'signed';
  readonly accessKey: string;
  readonly secretKey: string;
  /** Id of the project, sent as X-Project-Id. */
  readonly project: string;
}

export type Headers = Readonly<Record<string, string>>;

/** `wrong` credentials have the same kind and shape as one's own, and belong to nobody. */
export type Whose = 'own' | 'wrong';

/** A request that is about to go out. */
export interface Unsigned {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Headers;
  /** As `bodyBytes` has it. */
  readonly body: string;
}

/** A request as it goes out: the input of a signature. */
export interface Outgoing extends Omit<Unsigned, 'url'> {
  /** With the port, unless it is the default one. */
  readonly host: string;
  /** Path and query, as they stand in the request line. */
  readonly target: string;
}

/** Puts credentials on requests. */
export interface Authentication {
  readonly kind: Auth['kind'];
  /** Values that it sends or knows and that must not be shown. */
  readonly secrets: Secrets;
  /** Headers that do not depend on the request. Throws `LoginError` if no token is to be had. */
  headers(whose: Whose): Promise<Headers> | Headers;
  /** Headers over the very bytes of a request. */
  sign(request: Unsigned, whose: Whose): Headers;
  /**
   * Called after a 401 to a request with these headers; answers whether there are other credentials now. Throws
   * `LoginError`.
   */
  renew(sent: Headers): Promise<boolean> | boolean;
  /** Advice on a valid request that was denied in spite of one's own credentials. */
  advice(answer: WireAnswer): string;
  close(): void;
}
