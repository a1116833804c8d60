import type { NoAnswer, WireAnswer } from '../../wire/exchange.ts';
import { codeIn, wordsIn } from '../../wire/said.ts';
import { isTooLarge } from '../../wire/too-large.ts';
import { shownText } from '../text.ts';

export type Reply = WireAnswer | NoAnswer;

/** A member of a JSON object, by its path; undefined if there is none. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<string | number, unknown>)[key]
        : undefined,
    json,
  );
}

/** The same, if it is text and not empty. */
export function textAt(json: unknown, ...path: readonly (string | number)[]): string | undefined {
  const value = at(json, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The JSON of an answer of 200; undefined for every other reply. */
export const jsonOf = (reply: Reply): unknown =>
  reply.kind === 'answer' && reply.status === 200 ? reply.json : undefined;

/** `answered 403 (Quota exceeded for volumes, EVS.1042)`, or that there was no answer. */
export function saying(reply: Reply): string {
  if (reply.kind === 'none') return `gave no answer (${reply.detail})`;
  const words = wordsIn(reply.json);
  const code = words === undefined ? undefined : codeIn(reply);
  const meaning =
    words === undefined && isTooLarge(reply) ? 'the headers of the request are larger than its limit' : undefined;
  const said = [words, code, meaning].filter((word) => word !== undefined).join(', ');
  return `answered ${reply.status}${said === '' ? '' : ` (${shownText(said)})`}`;
}

/** Whether the answer says that there is no such volume. */
export const isGone = (reply: Reply): boolean =>
  reply.kind === 'answer' && (reply.status === 404 || reply.status === 410);

/** Whether the answer says that the request is carried out, or will be. */
export const isAccepted = (reply: Reply): boolean => reply.kind === 'answer' && reply.status < 300;
