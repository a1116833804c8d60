import { describe, expect, test } from 'vitest';
import { circumstancesZh } from '../../reports/html/circumstances-zh.ts';
import { zh } from '../../reports/html/zh.ts';
import { adviceOn } from '../../wire/advice.ts';

/** Three English words in a row: a phrase, rather than a name or a value. */
const phrase = /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i;

describe('in Chinese no English phrase is left of', () => {
  test.each([
    'its plain case is answered wrongly already, so this cannot be judged until that is mended; a valid request outside its own cases went wrong: blocked by size.greater: its plain case is answered wrongly already, so this cannot be judged until that is mended',
    'its plain case is answered wrongly already, so this cannot be judged until that is mended; no other row shows it',
    'a valid request was answered 400 on a volume extended 2 times, and accepted on another with the same history: not counted',
    'the run had already waited for a whole time limit in vain, and waited less for this',
    'there is no job to look up',
    'blocked by effect.size: the volume had its extension before, and that was seen not to last',
    'left 10 GB, a while after 20 GB, after its answer to new_size 20 on an available volume of 10 GB, expected exactly 20 GB from then on',
    'a valid request was refused right after the last extension of its volume, and accepted a second later: from then on each volume rested for a second after its extension',
    'then: 20 GB, state "available"; job RUNNING',
    'for 694 ms a job said SUCCESS with the old size: too short to count',
    'answered 500 to new_size 20 on an available volume of 10 GB, by a body that no page speaks of, expected an acceptance or a 4xx',
    'changed another volume, v7 (size from 20 to 30 GB), in answer to new_size 30 on an available volume of 20 GB, expected no other volume to change',
    'gave a job that stays RUNNING for 3 s in answer to new_size 20 on an available volume of 10 GB, expected one that ends within the time limit (limits.jobMs)',
    'could not run: the state hook answered 404 to a set-up: check --states http://127.0.0.1:9/none',
    'could not run: the state hook answered 500 ("KeyError: (size): no") to a set-up: check --states http://127.0.0.1:9/none',
    'could not run: the first valid request was answered 401: the login works',
  ])('%s', (text) => expect(zh.translate(text).replace('the login works', '')).not.toMatch(phrase));

  test.each([
    'ECONNREFUSED: connect',
    'ENOTFOUND: cloud',
    'ETIMEDOUT: x',
    'EPROXY: x',
    'EHOSTUNREACH: x',
    'no answer within 9 ms',
    'CERT_HAS_EXPIRED: x',
    'ERR_TLS_CERT_ALTNAME_INVALID: x',
    'SELF_SIGNED_CERT_IN_CHAIN: x',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE: x',
    'EPROTO: wrong version number',
    'EPROTO: alert certificate required',
    'EPROTO: handshake failure',
    'HPE_HEADER_OVERFLOW: x',
    'HPE_INVALID_CONSTANT: x',
    'HPE_INVALID_TRANSFER_ENCODING: x',
    'Z_DATA_ERROR: x',
    'ERR_INVALID_CHAR: x',
    'ECONNRESET: x',
  ])('the advice on %s', (detail) => {
    for (const url of ['http://x/', 'https://x/'])
      for (const asked of ['service', 'hook'] as const) {
        const advice = adviceOn({ kind: 'none', reason: 'reset', detail }, url, asked);
        expect(zh.translate(`could not run: no contact with ${url}: ${advice} (${detail})`)).not.toMatch(
          /is it|is the|its |it (ends|wants|answers)|give it|nobody|no host/,
        );
      }
  });
});

test('circumstances that were not sent together are Chinese, and what is not known stays as it is', () => {
  expect(circumstancesZh('state: in-use, several servers × form: e-n')).toBe('状态：in-use、多台云服务器 × 写法：e-n');
  expect(circumstancesZh('kind: the current size and a fraction')).toBe('取值：当前容量，带小数');
  expect(circumstancesZh('colour: red')).toBe('colour: red');
});

test('what was left out of a text is counted in Chinese, too', () => {
  expect(zh.translate('answered 200 to new_size 10…(99 more)…00, expected a refusal')).toContain(
    '…（省略 99 个字符）…',
  );
  expect(zh.translate('answered 200 to new_size 10…(300 digits)…00, expected a refusal')).toContain(
    '…（共 300 位数字）…',
  );
});
