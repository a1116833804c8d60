import { expect, test } from 'vitest';
import { noAnswer, OutOfFiles } from '../../wire/no-answer.ts';

const coded = (code: string) => Object.assign(new Error('what happened'), { code });

test.each([
  ['timeout', ['ECONNABORTED', 'ETIMEDOUT', 'ETIME', 'ESOCKETTIMEDOUT']],
  ['unreachable', ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']],
  ['tls', ['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SSL_WRONG_VERSION_NUMBER', 'CERT_HAS_EXPIRED', 'EPROTO']],
  ['tls', ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']],
  ['garbage', ['HPE_INVALID_CONSTANT', 'HPE_HEADER_OVERFLOW', 'Z_DATA_ERROR', 'ERR_INVALID_CHAR']],
  ['reset', ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORTED', 'SOMETHING_NEW']],
] as const)('%s: %o', (reason, codes) => {
  for (const code of codes) {
    expect(noAnswer(coded(code))).toEqual({ kind: 'none', reason, detail: `${code}: what happened` });
  }
});

test('a code that stands in the message alone counts, and is not said twice', () => {
  const error = new Error('ECONNREFUSED: Connection refused');
  expect(noAnswer(error)).toEqual({ kind: 'none', reason: 'unreachable', detail: error.message });
});

test.each([new Error('socket hang up'), {}, 'text', 7])('whatever is thrown has a reason: %o', (error) => {
  expect(noAnswer(error)).toMatchObject({ reason: 'reset', detail: expect.stringMatching(/./) });
});

test('a long message is cut', () => {
  expect(noAnswer(new Error('x'.repeat(9999))).detail).toHaveLength(300);
});

test.each(['EMFILE', 'ENFILE'])('%s is no answer of the target, but our own trouble', (code) => {
  expect(() => noAnswer(coded(code))).toThrow(OutOfFiles);
  expect(() => noAnswer(new Error(`${code}: what happened`))).toThrow(/raise the limit of open files/);
});
