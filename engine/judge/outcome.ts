import type { ValidateFunction } from 'ajv/dist/2020.js';
import { openAjv } from '../../spec/ajv.ts';
import type { Contract, JsonSchema } from '../../spec/contract.ts';
import { bindingError, errorNames } from '../../spec/envelope.ts';
import { jobName, receiptNames } from '../../spec/parts.ts';
import { adviceOn } from '../../wire/advice.ts';
import type { Exchange, WireAnswer } from '../../wire/exchange.ts';
import type { Outcome, Step } from '../step.ts';

/** Statuses with which a server or its gateway says that it cannot answer now. */
const passing = new Set([429, 502, 503, 504]);

/** Whether the exchange decided nothing and may be tried again on a fresh volume. */
export function isLost(exchange: Exchange): boolean {
  return exchange.reply.kind === 'none' || saysNothing(exchange.reply.status);
}

/** Whether an answer with this status decides nothing. */
export const saysNothing = (status: number): boolean => passing.has(status);

/** The substitute for a usable answer, in words, with advice if it came too late. */
export function lostWords({ reply, url }: Exchange): string {
  if (reply.kind === 'answer') return `answered ${reply.status}`;
  if (reply.reason !== 'timeout') return `no answer (${reply.detail})`;
  const advice = adviceOn(reply, url);
  return advice === undefined ? reply.detail : `${reply.detail}: ${advice}`;
}

/** Whether the answer may be about the credentials rather than about the request. */
export function isDenied({ reply }: Exchange): boolean {
  return reply.kind === 'answer' && (reply.status === 401 || reply.status === 403);
}

/** A member of a JSON object; undefined where it is absent, null (serialisers write `"error": null`) or the body is no object. */
export function member(json: unknown, key: string): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || !Object.hasOwn(json, key)) return undefined;
  return (json as Record<string, unknown>)[key] ?? undefined;
}

/** The error members of a refusal's body that are present. */
export function errorKeys({ json }: WireAnswer, contract: Contract): readonly string[] {
  const error = bindingError(contract);
  if (error === null) return errorNames(contract).filter((key) => member(json, key) !== undefined);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [];
  return Object.keys(json).filter((key) => isOf(error, contract, member(json, key)));
}

const compiled = new WeakMap<Contract, ValidateFunction>();

function isOf(error: JsonSchema, contract: Contract, value: unknown): boolean {
  const validate = compiled.get(contract) ?? openAjv().compile(error);
  compiled.set(contract, validate);
  return validate(value);
}

/** Whether the body names what an accepted request has begun. */
export function carriesReceipt(answer: WireAnswer, contract: Contract): boolean {
  return receiptNames(contract).some((name) => member(answer.json, name) !== undefined);
}

/** The id of an accepted request's job, where it has a usable one. */
export function jobIdOf(exchange: Exchange, contract: Contract): string | undefined {
  const job = jobName(contract);
  if (exchange.reply.kind !== 'answer' || job === null) return undefined;
  const id = member(exchange.reply.json, job);
  return typeof id === 'string' && id !== '' && id.length <= 1024 ? id : undefined;
}

/**
 * The outcome of a request by its answer. Accepted: a 2xx without an error, or with a job. Refused: 400 or above, or a 2xx
 * that is only an error. Anything else is no outcome.
 */
export function outcomeOf(exchange: Exchange, contract: Contract): Outcome {
  const { reply } = exchange;
  if (reply.kind === 'none' || isLost(exchange)) return 'none';
  if (reply.status >= 400) return 'refused';
  if (reply.status < 200 || reply.status >= 300) return 'none';
  return errorKeys(reply, contract).length > 0 && !carriesReceipt(reply, contract) ? 'refused' : 'accepted';
}

/** Whether a valid request was accepted, also by its job. */
export const isTaken = (step: Step): boolean => step.outcome === 'accepted' && step.ending !== 'failed';
