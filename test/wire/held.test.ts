import { expect, test } from 'vitest';
import type { Exchange, WireAnswer } from '../../wire/exchange.ts';
import { heldOf, maxText } from '../../wire/held.ts';
import { openSecrets } from '../../wire/redact.ts';

const secrets = openSecrets();
secrets.add('s3cret'.repeat(100), '$EVS_TOKEN');

function held(text: string, json: unknown = undefined): WireAnswer {
  const reply: WireAnswer = { kind: 'answer', status: 400, headers: {}, text, truncated: false, json };
  const exchange: Exchange = { request: { method: 'GET', path: '/' }, url: 'http://target/', sent: {}, reply };
  return heldOf(exchange, secrets).reply as WireAnswer;
}

test('of a text no more is held than a report shows, and its JSON stays', () => {
  const text = JSON.stringify({ more: 'x'.repeat(60_000) });
  const reply = held(text, { more: 'x' });
  expect(reply).toMatchObject({ status: 400, text: text.slice(0, maxText), json: { more: 'x' } });
});

test('a short text stays as it is', () => {
  expect(held('{"a":1}')).toMatchObject({ text: '{"a":1}' });
});

test('a secret that stands where a text is cut is hidden whole', () => {
  const reply = held(`${'x'.repeat(maxText - 20)}${'s3cret'.repeat(100)}`);
  expect(reply.text).toBe(`${'x'.repeat(maxText - 20)}$EVS_TOKEN`);
});

test('half a character at the end stays half', () => {
  expect(held(`${'x'.repeat(maxText - 1)}😀 and more`).text).toBe(`${'x'.repeat(maxText - 1)}\ud83d`);
});
