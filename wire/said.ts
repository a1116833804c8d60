import type { WireAnswer } from './exchange.ts';
import { cutTo } from './held.ts';
import type { Secrets } from './redact.ts';

type SaidMembers = Readonly<Record<string, unknown>>;

/** Members in which services give the error's message, and those with its code; the first that is present counts. */
const wordKeys = ['message', 'error_msg', 'errorMsg', 'error_message', 'msg', 'detail', 'error_description', 'title'];
const codeKeys = ['code', 'error_code', 'errorCode'];

/** The longest message that is shown whole, in characters. */
const longest = 200;

/** A service's own message about an error, bounded; undefined if it has none for people. */
export function saidBy(answer: WireAnswer, secrets: Secrets): string | undefined {
  const said = wordsIn(answer.json) ?? plainText(answer);
  // secrets are hidden before the cut, because half a secret would not be recognised
  return said === undefined ? undefined : cutTo(secrets.hide(said), longest);
}

/** The same in parentheses: ` ("Invalid token", EVS.0002)`; empty if there is none. */
export function inTheirWords(answer: WireAnswer, secrets: Secrets): string {
  const said = saidBy(answer, secrets);
  const code = codeIn(answer);
  const parts = [
    ...(said === undefined ? [] : [JSON.stringify(said)]),
    ...(code === undefined ? [] : [secrets.hide(code)]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The message in an error's body, in any envelope. */
export function wordsIn(json: unknown): string | undefined {
  const words = envelopesOf(json).map((one) => wordKeys.map((key) => one[key]).find(isText));
  const bare = membersOf(json)?.error;
  return words.find(isText) ?? (isText(bare) ? bare : undefined);
}

/** The code in an error's body, in any envelope; undefined if there is none, or if it only repeats the status. */
export function codeIn({ json, status }: Pick<WireAnswer, 'json' | 'status'>): string | undefined {
  const codes = envelopesOf(json).flatMap((one) => codeKeys.map((key) => one[key]));
  const code = codes.find((one) => isText(one) || typeof one === 'number');
  return code === undefined || String(code) === String(status) ? undefined : String(code).slice(0, longest);
}

/** The places for an error: `error` (also the first one of a list), the top, or a member named after the fault. */
function envelopesOf(json: unknown): readonly SaidMembers[] {
  const top = membersOf(json);
  if (top === undefined) return [];
  return [top.error, top, top.errors, ...Object.values(top)].map(membersOf).filter((one) => one !== undefined);
}

function membersOf(value: unknown): SaidMembers | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null ? (one as SaidMembers) : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A body that is neither JSON nor markup is taken as a message. */
function plainText({ json, text, truncated }: WireAnswer): string | undefined {
  const words = text.trim();
  return json === undefined && !truncated && words !== '' && !words.startsWith('<') ? words : undefined;
}
