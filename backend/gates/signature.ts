import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { RuleContext } from '../rules.ts';
import { type Caller, type GateSettings, type Received, stranger } from './gate.ts';

type SignedSettings = Extract<GateSettings, { kind: 'signed' }>;

const FORM = /^SDK-HMAC-SHA256 Access=([^\s,]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

const wrong = (problem: string): Caller => ({ token: stranger, problem });

/**
 * The owner of the key with which a request is signed (SDK-HMAC-SHA256); the signature has to cover the host and the
 * date.
 */
export async function callerBySignature(
  received: Received,
  keys: SignedSettings,
  { settings }: Pick<RuleContext, 'settings'>,
): Promise<Caller> {
  const authorization = received.header('authorization');
  if (authorization === undefined) return { token: undefined, problem: 'the request is not signed' };
  const [, key, list = '', signature = ''] = FORM.exec(authorization) ?? [];
  if (key === undefined) return wrong('Authorization is not that of SDK-HMAC-SHA256');
  const names = list.split(';');
  if (!names.includes('x-sdk-date') || !names.includes('host')) return wrong('the signature covers no host or no date');
  const date = received.header('x-sdk-date') ?? '';
  const at = Date.parse(date.replace(DATE, '$1-$2-$3T$4:$5:$6Z'));
  if (!DATE.test(date) || Number.isNaN(at)) return wrong('X-Sdk-Date is no date');
  if (Math.abs(settings.clock.now() - at) > keys.skewMs) return wrong('X-Sdk-Date is too far from the time here');
  const secret = Object.hasOwn(keys.secrets, key) ? keys.secrets[key] : undefined;
  if (secret === undefined) return wrong('the access key is not known');
  const hash = createHash('sha256')
    .update(await canonical(received, names))
    .digest('hex');
  const due = createHmac('sha256', secret).update(`SDK-HMAC-SHA256\n${date}\n${hash}`).digest();
  if (!timingSafeEqual(due, Buffer.from(signature, 'hex'))) return wrong('the signature is another one');
  const project = received.header('x-project-id') ?? settings.tokens[key];
  return project === settings.tokens[key] ? { token: key } : wrong('X-Project-Id is not the project of the key');
}

/** The text whose hash is signed. Texts stand for bytes here, one character for each byte. */
async function canonical(received: Received, names: readonly string[]): Promise<string> {
  const mark = received.target.indexOf('?');
  const [path, query] =
    mark < 0 ? [received.target, ''] : [received.target.slice(0, mark), received.target.slice(mark + 1)];
  const folder = path.endsWith('/') ? path : `${path}/`;
  const headers = names.map((name) => `${name}:${received.header(name)?.trim() ?? ''}`);
  const body = createHash('sha256')
    .update(await received.body())
    .digest('hex');
  return [received.method, encode(decode(folder), '/'), sorted(query), ...headers, '', names.join(';'), body].join(
    '\n',
  );
}

function sorted(query: string): string {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((field) => /^([^=]*)=?(.*)$/s.exec(field.replace(/\+/g, '%20'))?.slice(1).map(decode) ?? []);
  pairs.sort(([a = '', x = ''], [b = '', y = '']) => (a === b ? order(x, y) : order(a, b)));
  return pairs.map(([name = '', value = '']) => `${encode(name)}=${encode(value)}`).join('&');
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const decode = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/%[0-9a-f]{2}/gi, (code) => String.fromCodePoint(Number(`0x${code.slice(1)}`)));

const encode = (bytes: string, kept = ''): string =>
  bytes.replace(/[^A-Za-z0-9._~-]/g, (char) =>
    char === kept ? char : `%${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
