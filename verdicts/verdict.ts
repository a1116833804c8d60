/** What a run says about one requirement. One discriminated union: they are wrong, we cannot tell, we broke never mix. */

/** `observed`: the volume was read back. `response`: only the answer was seen. */
export type Evidence = 'observed' | 'response';

export type Verdict =
  | { readonly kind: 'pass'; readonly runs: number; readonly evidence: Evidence }
  | {
      readonly kind: 'fail';
      readonly runs: number;
      readonly evidence: Evidence;
      /** So many requests of the operation had the check sent when the failure was first seen: what finding it costs. */
      readonly foundAfter: number;
      readonly counterexample: Counterexample;
    }
  | { readonly kind: 'inconclusive'; readonly runs: number; readonly reason: string }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'broken'; readonly runs: number; readonly reason: string };

export type VerdictKind = Verdict['kind'];

/** The smallest request found that shows a failure, and all that is needed to repeat it. */
export interface Counterexample {
  readonly case: ReportedCase;
  readonly request: ReportedRequest;
  /** null where no answer came. */
  readonly response: ReportedResponse | null;
  /** What was sent together with it, or before it, where the failure takes more than one request. */
  readonly beside: readonly { readonly request: ReportedRequest; readonly response: ReportedResponse | null }[];
  /** In the suite's one grammar: `answered 200 to an empty body, expected a refusal`. */
  readonly complaint: string;
  /** The likely mix-up (a sibling endpoint, another envelope convention); absent where none is recognised. */
  readonly diagnosis?: string;
  /** What was read of the volume before and after, one line each, in order. */
  readonly observations: readonly string[];
  /** A command line that repeats the request; secrets stand as `$EVS_TOKEN`. */
  readonly curl: string;
  readonly seed: number;
  /** fast-check's path to the case, below the seed. */
  readonly path: string;
}

export interface ReportedCase {
  readonly path: { readonly project_id: string; readonly volume_id: string };
  /** The request body as sent: JSON text, or not JSON at all. */
  readonly body: string;
  /** Size in GB. */
  readonly volume: { readonly size: number; readonly status: string; readonly multiattach: boolean };
  readonly servers: readonly string[];
  /** The sizes that the volume had before, in GB, from its set-up on: it was extended from one to the next. */
  readonly history: readonly number[];
}

export interface ReportedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface ReportedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** At most 4 KiB of the body's text. */
  readonly body: string;
}
