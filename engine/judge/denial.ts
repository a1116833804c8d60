import type { Exchange } from '../../wire/exchange.ts';
import { codeIn, wordsIn } from '../../wire/said.ts';

type ExchangeReply = Exchange['reply'];

/** 4xx that are never about credentials: there is no such thing, it is not the time for it, or it is busy or locked. */
const never: ReadonlySet<number> = new Set([404, 408, 409, 410, 423, 425, 429]);

/** Statuses that are about credentials by their very name. */
const named: ReadonlySet<number> = new Set([401, 403]);

/**
 * The part of a reply that may mean that the credentials do not suffice, and that replies of the same cause share: the
 * status, and the code of its body. Undefined if it cannot mean that. A login page is a redirection, and some
 * services answer every error with 200.
 */
export function denialOf(reply: ExchangeReply): string | undefined {
  if (reply.kind === 'none') return reply.reason === 'login' ? 'login' : undefined;
  const { status } = reply;
  if (status === 304 || status >= 500 || never.has(status)) return undefined;
  if (status === 401) return '401';
  const code = codeIn(reply);
  if (status < 300 && code === undefined) return undefined;
  return `${status} ${code ?? ''}`;
}

/** Whether a reply speaks of credentials by its status alone. */
export function speaksOfCredentials(reply: ExchangeReply): boolean {
  return reply.kind === 'none' ? reply.reason === 'login' : named.has(reply.status);
}

/** Whether a reply is to be taken for one of the same cause as a denial. Without a code the words have to be the same. */
export function isLike(reply: ExchangeReply, denial: ExchangeReply): boolean {
  if (denialOf(reply) === undefined || denialOf(reply) !== denialOf(denial)) return false;
  if (reply.kind === 'none' || denial.kind === 'none' || reply.status === 401) return true;
  return codeIn(reply) !== undefined || wordsOf(reply) === wordsOf(denial);
}

/** Ids and times of day aside. */
const wordsOf = ({ json, text }: { readonly json: unknown; readonly text: string }): string =>
  (wordsIn(json) ?? text).slice(0, 1_000).replace(/[0-9a-f]*\d[0-9a-f]*/gi, '#');
