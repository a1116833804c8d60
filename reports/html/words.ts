import type { Level } from '../../spec/requirements.ts';
import type { Class, ClauseReference, Result } from '../../verdicts/result.ts';
import type { Trend } from '../../verdicts/trend.ts';
import type { Evidence, ReportedCase, VerdictKind } from '../../verdicts/verdict.ts';
import type { AcceptanceMapWords } from './acceptance-map-words.ts';

/** All of the page's own texts, in one language. */
export interface Words {
  /** For the attribute `lang`. */
  readonly tag: string;
  /** The language's name for itself. */
  readonly name: string;
  /** The word above the choice of languages. */
  readonly language: string;
  readonly title: string;
  readonly class: Readonly<Record<Class, string>>;
  readonly verdict: Readonly<Record<VerdictKind, string>>;
  readonly level: Readonly<Record<Level | 'none', string>>;
  readonly evidence: Readonly<Record<Evidence, string>>;
  /** The headline; `text` is the one of every other format. */
  readonly headline: (text: string, result: Result, verdict: Class) => string;
  /**
   * Statements, complaints and reasons, which are English in every other format; the text itself if there is no
   * translation.
   */
  readonly translate: (text: string) => string;
  readonly head: {
    /** `2 MUST`, or the same with another level. */
    readonly fail: (count: number, level: Level | 'none') => string;
    /** The text after these; `count` of all levels. */
    readonly failEnd: (count: number) => string;
    /** The number of requirements without a verdict that should have one. */
    readonly open: (count: number) => string;
    /** For a run in which nothing fails. */
    readonly all: string;
  };
  readonly run: {
    readonly heading: string;
    readonly suite: string;
    readonly matrix: string;
    readonly noMatrix: string;
    readonly contract: string;
    readonly unparsed: (sentences: number) => string;
    readonly target: string;
    /** After the URL of a target that is the reference backend. */
    readonly reference: string;
    readonly project: string;
    readonly seed: string;
    /** Between the seed and the challenge that gave it. */
    readonly challenge: string;
    readonly started: string;
    readonly duration: string;
    readonly seconds: (ms: number) => string;
    readonly processor: (ms: number) => string;
    readonly extent: string;
    readonly interrupted: string;
    readonly partial: string;
  };
  readonly failures: {
    readonly heading: (count: number) => string;
    /** Above failures with the same answer, which follows unless there was none. */
    readonly alike: (count: number, isAnswered: boolean) => string;
    readonly expected: string;
    readonly page: string;
    readonly likely: string;
    readonly case: string;
    readonly volume: (given: ReportedCase) => string;
    readonly beside: string;
    readonly request: string;
    readonly answer: string;
    readonly noAnswer: string;
    readonly noBody: string;
    readonly seen: string;
    readonly more: (count: number) => string;
    readonly curl: string;
    /** The state to set up; the volume's id follows. */
    readonly setUp: string;
    /** The sizes to which the volume has to be extended first, in GB. */
    readonly grow: (sizes: readonly number[]) => string;
    /** Before the message to a state hook. */
    readonly wish: string;
    readonly again: string;
    /** The purpose of the command above, and the meaning of `DIR`. */
    readonly replay: string;
    /** The time since which it fails. */
    readonly trend: (trend: Trend) => string;
    readonly found: string;
    readonly foundAfter: (requests: number, runs: number) => string;
    readonly notes: string;
  };
  readonly unjudged: {
    readonly heading: (count: number) => string;
    readonly reason: string;
    /** In place of ids, which are folded. */
    readonly many: (count: number) => string;
  };
  readonly requirements: {
    readonly heading: (count: number) => string;
    readonly verdict: string;
    readonly requirement: string;
    readonly level: string;
    readonly page: string;
    readonly evidence: string;
    readonly runs: string;
    readonly all: string;
    readonly none: string;
    /** Shown if the filters leave nothing. */
    readonly empty: string;
    readonly place: (clause: ClauseReference) => string;
  };
  readonly acceptanceMap: AcceptanceMapWords;
  readonly ledger: {
    readonly heading: string;
    readonly requests: string;
    readonly created: string;
    readonly lent: string;
    readonly returned: string;
    readonly left: string;
    readonly nothing: string;
  };
}
