/** What goes over the wire, as plain data: everything a judge may look at. */

export interface WireRequest {
  readonly method: string;
  /** Path below the target's URL, with a leading slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent byte for byte; absent for a request without a body. */
  readonly body?: string;
  /** `none` and `wrong` leave one's own credentials away; only authentication checks ask for that. `wrong`: of the same kind. */
  readonly credentials?: 'own' | 'none' | 'wrong';
  /** The step of the run that it belongs to: kept beside the exchange, and never sent. */
  readonly step?: StepMark | undefined;
}

/** A step of a run by its name: which check sent it, and the how-manieth of that check it is. */
export interface StepMark {
  readonly check: string;
  readonly ordinal: number;
}

/** When an exchange was, in ms of the run's clock, which never jumps. */
export interface Times {
  readonly sent: number;
  /** When its answer was there, or it was known that none would come. */
  readonly answered: number;
}

export interface WireAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** Names in lower case; a header that came twice has its values joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body goes beyond what is read: it is longer, nests deeper or has more values. `text` is its beginning. */
  readonly truncated: boolean;
  /** The body as JSON; undefined where it is not JSON, or goes beyond what is read. */
  readonly json: unknown;
}

/** No HTTP answer came; `reason` is one of a closed set, `detail` is for people. `login`: no token could be had to send it with. */
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
