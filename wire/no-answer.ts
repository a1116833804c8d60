import type { NoAnswer } from './exchange.ts';

const reasons: readonly (readonly [RegExp, NoAnswer['reason']])[] = [
  [/^(ECONNABORTED|ETIMEDOUT|ETIME|ESOCKETTIMEDOUT)$/, 'timeout'],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EACCES|EADDRNOTAVAIL)$/, 'unreachable'],
  [/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/, 'tls'],
  [/^(HPE_|Z_|ERR_INVALID|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD)/, 'garbage'],
];

/** What an error of the HTTP client means for a verdict: a connection lost on the way is a `reset` unless it says more. */
export function noAnswer(error: unknown): NoAnswer {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const name = typeof code === 'string' ? code : '';
  const reason = reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'reset';
  const detail = typeof message === 'string' ? message.slice(0, 300) : 'no reason given';
  return { kind: 'none', reason, detail: name === '' ? detail : `${name}: ${detail}` };
}
