import { expect, test } from 'vitest';
import type { WireAnswer } from '../../wire/exchange.ts';
import { isTooLarge, shorten } from '../../wire/too-large.ts';

const answer = (status: number, text: string, json?: unknown): WireAnswer => {
  return { kind: 'answer', status, headers: {}, text, truncated: false, json };
};
const saying = (message: string) => ({ error: { message } });

test.each([
  [431, '', undefined],
  [494, '', undefined],
  [400, '<center>Request Header Or Cookie Too Large</center>', undefined],
  [400, '', saying('size of a request header field exceeds server limit')],
  [413, 'headers too long', undefined],
])('%i %s %j says that headers are too large', (status, text, json) => {
  expect(isTooLarge(answer(status, text, json))).toBe(true);
});

test.each([
  [400, 'new_size is too large', undefined],
  [400, '', saying('the size exceeds the limit')],
  [401, 'Request Header Too Large', undefined],
  [500, '', saying('header too large')],
])('%i %s %j does not', (status, text, json) => {
  expect(isTooLarge(answer(status, text, json))).toBe(false);
});

test('the size of all headers and the largest one are named, and no value is', () => {
  const said = shorten({ sent: { accept: '*/*', 'x-auth-token': 's3cret'.repeat(10) } });
  expect(said).toMatch(/^the headers of the request have 89 bytes, 76 of them x-auth-token, which exceeds its header/);
  expect(said).not.toContain('s3cret');
});
