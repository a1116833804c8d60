import type { Contract } from '../../spec/contract.ts';
import { speaksOfQuota } from '../../wire/quota.ts';
import type { Step } from '../step.ts';
import { errorKeys, member } from './outcome.ts';

/** The signs of a mix-up. */
export interface AnswerShape {
  /** It is an acceptance of this HTTP status. */
  readonly accepted: (status: number) => boolean;
  /** Its body is empty, or null. */
  readonly empty: boolean;
  /** It is a refusal without the contract's own envelope. */
  readonly otherRefusal: boolean;
  /** Its body is an object with this member. */
  readonly has: (key: string) => boolean;
}

/** Frequent mix-ups, recognised by the answer: the convention of a sibling endpoint or of another service. */
export interface Mixup {
  /** Whether the answer looks like it, and the contract itself does not want it so. */
  readonly shows: (answer: AnswerShape, contract: Contract) => boolean;
  /** `this is how … answers: …`. */
  readonly sentence: string;
}

/** The likely mix-up behind a step's answer, of those that its operation knows and those of any; undefined where none is recognised. */
export function diagnose(step: Step, contract: Contract, mixups: readonly Mixup[]): string | undefined {
  if (step.outcome === 'refused' && step.expectation.kind === 'accept' && speaksOfQuota(textOf(step))) return quota;
  const answer = shapeOf(step, contract);
  const found = mixups.find(({ shows }) => shows(answer, contract))?.sentence;
  return found ?? (answer.otherRefusal && answer.has('message') ? flat : undefined);
}

const quota =
  'this is an exhausted quota: raise the quota of the project, or give the largest possible size with --max-gb';
const flat = 'this is a flat error: the documented members without the object around them';

function shapeOf(step: Step, contract: Contract): AnswerShape {
  const { reply } = step.exchange;
  const json = reply.kind === 'answer' ? reply.json : undefined;
  const has = (key: string): boolean => member(json, key) !== undefined;
  return {
    accepted: (status) => step.outcome === 'accepted' && reply.kind === 'answer' && reply.status === status,
    empty: textOf(step) === '' || json === null,
    otherRefusal: step.outcome === 'refused' && reply.kind === 'answer' && errorKeys(reply, contract).length === 0,
    has,
  };
}

/** A longer answer is not a documented one, and is not kept whole. */
const longest = 4096;
const textOf = ({ exchange: { reply } }: Step): string => (reply.kind === 'answer' ? reply.text.slice(0, longest) : '');
