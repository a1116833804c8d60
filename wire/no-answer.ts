import type { NoAnswer } from './exchange.ts';

const reasons: readonly (readonly [RegExp, NoAnswer['reason']])[] = [
  [/^(ECONNABORTED|ETIMEDOUT|ETIME|ESOCKETTIMEDOUT)$/, 'timeout'],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EACCES|EADDRNOTAVAIL|EPROXY)$/, 'unreachable'],
  [/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH)/, 'tls'],
  [/^(HPE_|Z_|ERR_INVALID|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD)/, 'garbage'],
];

/** Nothing was sent, because this machine lacks a resource: our own trouble, and no answer of a target. */
export class OutOfFiles extends Error {
  override readonly name = 'OutOfFiles';
}

/** OpenSSL's own words, without addresses and source locations, which differ from run to run. */
const inShort = (said: string): string => /:SSL routines:[^:]*:([^:]+):/.exec(said)?.[1] ?? said;

/**
 * The verdict's view of an error of the HTTP client: a connection lost on the way is a `reset` unless the error says
 * more. Throws `OutOfFiles`.
 */
export function noAnswer(error: unknown): NoAnswer {
  const { code, message, timeout } = error as { code?: unknown; message?: unknown; timeout?: unknown };
  // the client's time limit is the one that we set
  if (typeof timeout === 'number') return { kind: 'none', reason: 'timeout', detail: `no answer within ${timeout} ms` };
  const said = typeof message === 'string' ? inShort(message).slice(0, 300) : 'no reason given';
  // supertest replaces connection errors by its own, and keeps their code in the message alone
  const name = typeof code === 'string' ? code : (/^E[A-Z]+(?=: )/.exec(said)?.[0] ?? '');
  if (name === 'EMFILE' || name === 'ENFILE')
    throw new OutOfFiles(`${said}: raise the limit of open files (ulimit -n 1024), then run again`, { cause: error });
  const reason = reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'reset';
  return { kind: 'none', reason, detail: name === '' || said.startsWith(name) ? said : `${name}: ${said}` };
}
