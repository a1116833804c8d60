/** The exchanges with a target as plain data: everything that a judge may look at. */

export interface WireRequest {
  readonly method: string;
  /** Path below the target's URL, with a leading slash. */
  readonly path: string;
  /** Added to the headers of every request; null removes one of those. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Sent byte for byte, by `bodyBytes`; absent for a request without a body. */
  readonly body?: string;
  /** Only authentication checks use others than one's own. `wrong`: of the same kind, but nobody's. */
  readonly credentials?: 'own' | 'none' | 'wrong' | Misplaced;
  /** The step of the run to which it belongs: kept with the exchange, and never sent. */
  readonly step?: StepMark | undefined;
}

/** Places for one's own credentials in which no service may look for them. `empty`: the usual place, left empty. */
export type Misplaced = 'empty' | 'other-header' | 'query';

/** The name of a step of a run: the check that sent it, and its number among the steps of that check. */
export interface StepMark {
  readonly check: string;
  readonly ordinal: number;
  /** Set on a request that could be taken for a look at the outcome of another one, because it is a GET as well. */
  readonly isRequest?: true;
}

/** The times of an exchange, in ms of the run's clock, which never jumps. */
export interface Times {
  readonly sent: number;
  /** The time of the answer, or of the certainty that none would come. */
  readonly answered: number;
}

export interface WireAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** Names in lower case; the values of a repeated header are joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body exceeds a limit of reading: it is longer, nests deeper or has more values. `text` is its beginning. */
  readonly truncated: boolean;
  /** The body as JSON; undefined if it is not JSON, or exceeds the limits. */
  readonly json: unknown;
}

/**
 * No HTTP answer came; `reason` is one of a closed set, `detail` is for people. `login`: it was not sent, for want of a
 * token.
 */
export interface NoAnswer {
  readonly kind: 'none';
  readonly reason: 'timeout' | 'reset' | 'unreachable' | 'tls' | 'garbage' | 'aborted' | 'login';
  readonly detail: string;
}

export interface Exchange {
  readonly request: WireRequest;
  readonly url: string;
  /** Headers as sent, secrets included: redact before showing. */
  readonly sent: Readonly<Record<string, string>>;
  readonly reply: WireAnswer | NoAnswer;
}
