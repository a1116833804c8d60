import type { WireAnswer } from './exchange.ts';
import { cutTo } from './held.ts';
import type { Secrets } from './redact.ts';

type SaidMembers = Readonly<Record<string, unknown>>;

/** Members by which services say what went wrong, and by which they say its code; the first that is there counts. */
const wordKeys = ['message', 'error_msg', 'errorMsg', 'error_message', 'msg', 'detail', 'error_description', 'title'];
const codeKeys = ['code', 'error_code', 'errorCode'];

/** Longer words are cut, in characters. */
const longest = 200;

/** A service's own words about what went wrong, bounded; undefined where it has none that are meant for people. */
export function saidBy(answer: WireAnswer, secrets: Secrets): string | undefined {
  const said = wordsIn(answer.json) ?? plainText(answer);
  // hidden before it is cut: half a secret would not be known for one
  return said === undefined ? undefined : cutTo(secrets.hide(said), longest);
}

/** The same as an afterthought: ` ("Invalid token", EVS.0002)`, or nothing. */
export function inTheirWords(answer: WireAnswer, secrets: Secrets): string {
  const said = saidBy(answer, secrets);
  const code = codeIn(answer);
  const parts = [
    ...(said === undefined ? [] : [JSON.stringify(said)]),
    ...(code === undefined ? [] : [secrets.hide(code)]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The words of an error's body, whatever its envelope is. */
export function wordsIn(json: unknown): string | undefined {
  const words = envelopesOf(json).map((one) => wordKeys.map((key) => one[key]).find(isText));
  const bare = membersOf(json)?.error;
  return words.find(isText) ?? (isText(bare) ? bare : undefined);
}

/** The code of an error's body, whatever its envelope is; undefined where it has none, or one that only repeats the status. */
export function codeIn({ json, status }: Pick<WireAnswer, 'json' | 'status'>): string | undefined {
  const codes = envelopesOf(json).flatMap((one) => codeKeys.map((key) => one[key]));
  const code = codes.find((one) => isText(one) || typeof one === 'number');
  return code === undefined || String(code) === String(status) ? undefined : String(code).slice(0, longest);
}

/** Where an error may be told: in `error` (a list's first one too), at the top, or in a member named after the fault. */
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

/** What is neither JSON nor markup is words. */
function plainText({ json, text, truncated }: WireAnswer): string | undefined {
  const words = text.trim();
  return json === undefined && !truncated && words !== '' && !words.startsWith('<') ? words : undefined;
}
