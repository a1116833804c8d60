import type { Exchange, NoAnswer, WireAnswer } from './exchange.ts';
import { movedTo } from './moved-to.ts';

/** A mistake in the connection, and its remedy; `scheme`: only for URLs that begin with it. */
interface Advice {
  readonly sign: RegExp;
  readonly scheme?: 'http:' | 'https:';
  readonly advice: string;
  /** The advice for the vendor's state hook, which is sent no client certificate and has a time limit of its own. */
  readonly toHook?: string;
}

const viaProxy = 'check HTTPS_PROXY and HTTP_PROXY, or name the host in NO_PROXY';
const clientCertificate = 'name yours as tls.cert and tls.key in the config file';
const noCertificate = 'the suite sends the hook none, so the hook must not require one';

/** Advice on errors of the HTTP client, whose code stands first in the text; the first row that matches counts. */
const ofErrors: readonly Advice[] = [
  {
    sign: /^EPROXY: .* answered 407/,
    advice: `the proxy requires credentials: write HTTPS_PROXY=http://user:password@…`,
  },
  { sign: /^EPROXY/, advice: `the proxy refuses that host: ${viaProxy}` },
  {
    sign: /^Proxy connection ended/,
    advice: `the proxy does not speak the protocol of its URL, http:// or https://: ${viaProxy}`,
  },
  { sign: /, at the proxy /, advice: `the proxy cannot be reached: ${viaProxy}` },
  { sign: /^ECONNREFUSED/, advice: 'nothing listens there: is the service up, and is the port of the URL right?' },
  { sign: /^ENOTFOUND/, advice: 'no host has that name: is the URL right, and does this machine use the right DNS?' },
  { sign: /^EAI_AGAIN/, advice: 'the name could not be looked up: can this machine reach its DNS?' },
  {
    sign: /^(EHOSTUNREACH|ENETUNREACH)/,
    advice: 'no route leads there from this machine: is a VPN or a proxy needed?',
  },
  { sign: /^(EACCES|EADDRNOTAVAIL)/, advice: 'this machine blocks requests to that address' },
  {
    sign: /^no answer within/,
    advice: 'allow it more time with limits.requestMs',
    toHook: 'allow it more time with limits.hookMs',
  },
  {
    sign: /^(ETIMEDOUT|ESOCKETTIMEDOUT|ETIME|ECONNABORTED)/,
    advice: 'nothing comes back from that address: is a firewall in between, or a proxy needed (HTTPS_PROXY)?',
  },
  {
    sign: /^(ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH)/,
    advice:
      'its certificate is for another name: use a URL with a name of the certificate, or have one issued for this name',
  },
  {
    sign: /^CERT_HAS_EXPIRED/,
    advice: 'its certificate has expired: renew it, or correct the clock of this machine',
  },
  { sign: /^CERT_NOT_YET_VALID/, advice: 'its certificate is not valid yet: is the clock of this machine right?' },
  {
    sign: /^(DEPTH_ZERO_)?SELF_SIGNED/,
    advice:
      'the signer of its certificate is not known here: name the certificate or its authority as tls.ca in the config file',
  },
  {
    sign: /^(UNABLE_TO_|CERT_|ERR_TLS_CERT)/,
    advice: 'its certificate is not accepted: name the authority that signed it as tls.ca in the config file',
  },
  {
    sign: /alert certificate required/i,
    advice: `it requires a client certificate: ${clientCertificate}`,
    toHook: `it requires a client certificate: ${noCertificate}`,
  },
  {
    sign: /alert (bad certificate|unknown ca|certificate unknown|certificate expired|certificate revoked|access denied)/i,
    advice: 'it does not accept the client certificate: was tls.cert signed by an authority that it knows?',
  },
  { sign: /alert no application protocol/i, advice: 'it speaks only HTTP/2: enable HTTP/1.1 as well' },
  {
    sign: /protocol version|unsupported protocol/i,
    advice: 'it speaks no version of TLS that this machine accepts: enable TLS 1.2 or 1.3',
  },
  {
    sign: /handshake failure/i,
    advice: `it ends the TLS handshake, which usually means that it requires a client certificate: ${clientCertificate}`,
    toHook: `it ends the TLS handshake, which usually means that it requires a client certificate: ${noCertificate}`,
  },
  {
    sign: /wrong version number|packet length too long|record layer failure|unknown protocol|http request/i,
    advice: 'that port does not speak TLS: write http:// in the URL, or use the HTTPS port',
  },
  {
    sign: /^HPE_HEADER_OVERFLOW/,
    advice: 'it answers, but the headers of its answer exceed 16 KB: make them smaller',
  },
  {
    sign: /^HPE_\w*(TRANSFER_ENCODING|CONTENT_LENGTH)/,
    advice:
      'it answers, but not in HTTP that Node can read: an answer needs exactly one of Content-Length and Transfer-Encoding; check the gateway in front of it',
  },
  {
    sign: /^HPE_INVALID_CONSTANT/,
    advice:
      'something answers there, but not in HTTP/1.1: is it the right port? HTTPS needs https:// in the URL, and HTTP/2 alone is not supported',
  },
  { sign: /^HPE_/, advice: 'it answers, but not in HTTP that Node can read: check the gateway in front of it' },
  {
    sign: /^(Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD)/,
    advice: 'the body of its answer does not match its Content-Encoding',
  },
  {
    sign: /^ERR_INVALID/,
    advice:
      'the request could not be written: does the token or a header contain a character that headers cannot have?',
  },
  {
    sign: /^(ECONNRESET|EPIPE|socket hang up)/,
    scheme: 'http:',
    advice: 'it ends the connection without an answer: does it speak HTTPS (https:// in the URL)?',
  },
  {
    sign: /^(ECONNRESET|EPIPE|socket hang up)/,
    scheme: 'https:',
    advice: `it ends the connection without an answer: does it require a client certificate (tls.cert and tls.key in the config file)?`,
    toHook: `it ends the connection without an answer: does it require a client certificate? ${noCertificate}`,
  },
];

/**
 * Advice on answers that no service of the operation gives, only a server at another port or in front of it; matched by
 * the body.
 */
const ofAnswers: readonly (Advice & { readonly status: number })[] = [
  {
    status: 400,
    sign: /HTTP request (was )?(sent )?to (an )?HTTPS/i,
    scheme: 'http:',
    advice: 'that port speaks HTTPS: write https:// in the URL',
  },
  { status: 403, sign: /^Missing ALPN Protocol/, advice: 'it speaks only HTTP/2: enable HTTP/1.1 as well' },
  { status: 407, sign: /^/, advice: 'the proxy requires credentials: write HTTP_PROXY=http://user:password@…' },
];

/**
 * Advice on a request without an answer; undefined if there is none. `url`: the URL of the request; `asked`: its
 * receiver.
 */
export function adviceOn({ detail }: NoAnswer, url: string, asked: 'service' | 'hook' = 'service'): string | undefined {
  const row = ofErrors.find(({ sign, scheme = '' }) => sign.test(detail) && url.startsWith(scheme));
  return (asked === 'hook' ? row?.toHook : undefined) ?? row?.advice;
}

/** How programs speak of a connection, in the words of Node, Python, Go or curl, with the code of the same meaning. */
const inWords: readonly (readonly [RegExp, string])[] = [
  [/\bECONNREFUSED\b|connection refused|couldn't connect to server/i, 'ECONNREFUSED'],
  [/\bENOTFOUND\b|could not resolve host|name or service not known|no such host|nodename nor servname/i, 'ENOTFOUND'],
  [/\bEAI_AGAIN\b|temporary failure in name resolution/i, 'EAI_AGAIN'],
  [/\b(EHOSTUNREACH|ENETUNREACH)\b|no route to host|network is unreachable/i, 'EHOSTUNREACH'],
  [/\bETIMEDOUT\b|connection timed out|i\/o timeout/i, 'ETIMEDOUT'],
];

/** Advice on a failed program of the vendor's that speaks of a connection of its own. */
export function adviceOnWords(said: string): string | undefined {
  const code = inWords.find(([sign]) => sign.test(said))?.[1];
  return code === undefined ? undefined : adviceOn({ kind: 'none', reason: 'unreachable', detail: code }, '');
}

/** Advice on an answer that is not the service's own; undefined if it may be. */
export function adviceOnStranger({ status, text }: WireAnswer, url: string): string | undefined {
  return ofAnswers.find((one) => one.status === status && one.sign.test(text) && url.startsWith(one.scheme ?? ''))
    ?.advice;
}

/** Advice on a redirection; undefined if the answer is none. `flag`: the flag that gave the URL. */
export function adviceOnMove(exchange: Exchange, flag = '--target'): string | undefined {
  const moved = movedTo(exchange);
  if (moved === undefined) return undefined;
  return moved.target === undefined
    ? `it redirects to ${moved.location}, and redirects are not followed: give the final address as ${flag}`
    : `it redirects, and redirects are not followed: use ${flag} ${moved.target}`;
}
