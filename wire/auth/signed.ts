import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { WireAnswer } from '../exchange.ts';
import { lineOf } from '../line.ts';
import { openSecrets } from '../redact.ts';
import type { Authentication, Headers, Keys, Outgoing, Unsigned, Whose } from './auth.ts';
import { canonicalRequest, sha256 } from './canonical.ts';

const algorithm = 'SDK-HMAC-SHA256';

/** The signature of a request; `date` as in X-Sdk-Date, `signed`: the names of the headers in the signature. */
export function signatureOf(request: Outgoing, date: string, signed: readonly string[], secretKey: string): string {
  const text = [algorithm, date, sha256(canonicalRequest(request, signed))].join('\n');
  return createHmac('sha256', secretKey).update(text).digest('hex');
}

/** An access key and its secret: each request is signed as it goes out, whatever its body is. */
export function withKeys({ accessKey, secretKey, project }: Keys, clock: Clock): Authentication {
  const secrets = openSecrets();
  secrets.add(secretKey, '$EVS_SK');
  secrets.add(accessKey, '$EVS_AK');
  // as long as the real one, so that it is refused only because it is wrong
  const wrongKey = sha256(secretKey).repeat(4).slice(0, Math.max(secretKey.length, 1));

  function sign({ url, ...request }: Unsigned, whose: Whose): Headers {
    const line = lineOf(url);
    const date = basicDate(clock.date());
    const own = { 'x-project-id': project, 'x-sdk-date': date };
    const all: Headers = { ...request.headers, host: line.host, ...own };
    const covered = ['host', 'x-project-id', 'x-sdk-date', ...('content-type' in all ? ['content-type'] : [])].sort();
    const key = whose === 'own' ? secretKey : wrongKey;
    const signature = signatureOf({ ...request, ...line, headers: all }, date, covered, key);
    secrets.addSignature(signature);
    const fields = [`Access=${accessKey}`, `SignedHeaders=${covered.join(';')}`, `Signature=${signature}`];
    return { ...own, authorization: `${algorithm} ${fields.join(', ')}` };
  }

  return {
    kind: 'signed',
    secrets,
    headers: () => ({}),
    sign,
    renew: () => false,
    advice: (answer) => skewAdvice(answer, clock.date()) ?? keysAdvice(answer),
    close: () => {},
  };
}

/** `20060102T150405Z` */
export function basicDate(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A difference between the clocks above this is mentioned, in ms: services allow some 15 minutes. */
const worthAWordMs = 60_000;

function skewAdvice({ headers }: WireAnswer, now: number): string | undefined {
  const skew = now - Date.parse(headers.date ?? '');
  if (!(Math.abs(skew) > worthAWordMs)) return undefined;
  const apart = `${Math.round(Math.abs(skew) / 60_000)} min ${skew > 0 ? 'ahead of' : 'behind'}`;
  return `the clock here is ${apart} the target's, and a signature is valid for a few minutes only: correct the clock`;
}

function keysAdvice({ status }: WireAnswer): string {
  return status === 403
    ? 'the access key is known but may not do this: check that it belongs to the project and has the permission'
    : 'the signature is not accepted: check that EVS_SK is the secret of EVS_AK, and that the project is the key’s';
}
