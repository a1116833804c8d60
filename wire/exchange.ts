/** What goes over the wire, as plain data: everything a judge may look at. */

export interface WireRequest {
  readonly method: string;
  /** Path below the target's URL, with a leading slash. */
  readonly path: string;
  /** Beside those of every request; null takes one of these away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Sent byte for byte, as `bodyBytes` has it; absent for a request without a body. */
  readonly body?: string;
  /** Only authentication checks ask for other than one's own. `wrong`: of the same kind, and nobody's. */
  readonly credentials?: 'own' | 'none' | 'wrong' | Misplaced;
  /** The step of the run that it belongs to: kept beside the exchange, and never sent. */
  readonly step?: StepMark | undefined;
}

/** Places of one's own credentials in which no service may find them. `empty`: they are left out of their place. */
export type Misplaced = 'empty' | 'other-header' | 'query';

/** A step of a run by its name: which check sent it, and the how-manieth of that check it is. */
export interface StepMark {
  readonly check: string;
  readonly ordinal: number;
  /** On a request that could be taken for a look at what came of one, for it is a GET as well. */
  readonly isRequest?: true;
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
