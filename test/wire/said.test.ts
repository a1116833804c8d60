import { describe, expect, test } from 'vitest';
import { secretsOf } from '../../wire/redact.ts';
import { codeIn, inTheirWords, saidBy } from '../../wire/said.ts';
import { scripted } from './scripted.ts';

const { answer } = scripted;
const nothing = secretsOf(undefined);

describe('what a service says of an error', () => {
  test.each<[string, unknown, string | undefined, string | undefined]>([
    ['the documented envelope', { error: { message: 'm', code: 'A.1' } }, 'm', 'A.1'],
    ['a flat error', { message: 'm', code: 'A.1' }, 'm', 'A.1'],
    ['a gateway', { error_msg: 'm', error_code: 'APIG.0301' }, 'm', 'APIG.0301'],
    ['one key named after the fault', { badRequest: { message: 'm', code: 400 } }, 'm', undefined],
    ['a fault with a code of its own', { forbidden: { message: 'm', code: 40301 } }, 'm', '40301'],
    ['a list of errors', { errors: [{ detail: 'm', code: 'A.1' }] }, 'm', 'A.1'],
    ['an error that is a text', { error: 'm' }, 'm', undefined],
    ['an authorisation server', { error: 'invalid_token', error_description: 'm' }, 'm', undefined],
    ['a problem', { title: 'm', status: 400 }, 'm', undefined],
    ['plain text', 'm', 'm', undefined],
    ['HTML', '<h1>m</h1>', undefined, undefined],
    ['nothing', '', undefined, undefined],
    ['null', 'null', undefined, undefined],
    ['empty words', { error: { message: '', code: '' } }, undefined, undefined],
    ['numbers for words', { error: { message: 7 } }, undefined, undefined],
  ])('%s', (_, body, words, code) => {
    const reply = answer(400, body);
    expect([saidBy(reply, nothing), codeIn(reply)]).toEqual([words, code]);
  });

  test('stands behind the status, and hides secrets before it is cut', () => {
    const reply = answer(400, { error: { message: `${'x'.repeat(198)}sesame`, code: 'sesame.1' } });
    expect(inTheirWords(reply, secretsOf('sesame'))).toBe(` ("${'x'.repeat(198)}$E", $EVS_TOKEN.1)`);
    expect(inTheirWords(answer(400), nothing)).toBe('');
  });
});
