import { describe, expect, test } from 'vitest';
import { denialOf, isLike, speaksOfCredentials } from '../../../engine/judge/denial.ts';
import { scripted } from '../../wire/scripted.ts';

const { answer, none } = scripted;
const login = none('login');

describe('a denial', () => {
  test.each([
    ['401, whatever it says', answer(401, { error: { code: 'A.1' } }), '401'],
    ['403 with a code', answer(403, { error: { code: 'A.1' } }), '403 A.1'],
    ['400 with a code', answer(400, { error_code: 'APIGW.0301', error_msg: 'x' }), '400 APIGW.0301'],
    ['400 without one', answer(400, 'no'), '400 '],
    ['200 that is only an error', answer(200, { error: { code: 'A.1', message: 'm' } }), '200 A.1'],
    ['a way to a page to log in at', answer(302), '302 '],
    ['no token to be had', login, 'login'],
  ])('is %s', (_, reply, denial) => {
    expect(denialOf(reply)).toBe(denial);
  });

  test.each([404, 408, 409, 410, 423, 425, 429, 304, 500, 502, 503, 200])('is never %i', (status) => {
    expect(denialOf(answer(status, status === 200 ? {} : { error: { code: 'A.1' } }))).toBeUndefined();
  });

  test.each(['reset', 'timeout', 'aborted'] as const)('is never no answer (%s)', (reason) => {
    expect(denialOf(none(reason))).toBeUndefined();
  });

  test('speaks of credentials by its status alone', () => {
    const speaking = [answer(401), answer(403), login, answer(400), answer(302), none('reset')];
    expect(speaking.map(speaksOfCredentials)).toEqual([true, true, true, false, false, false]);
  });
});

describe('replies of one cause', () => {
  const coded = (status: number, code: string, message = 'm') => answer(status, { error: { code, message } });
  test('have status and code in common', () => {
    expect(isLike(coded(400, 'A.1', 'one'), coded(400, 'A.1', 'other'))).toBe(true);
    expect(isLike(coded(400, 'A.1'), coded(400, 'A.2'))).toBe(false);
    expect(isLike(coded(400, 'A.1'), coded(403, 'A.1'))).toBe(false);
    expect(isLike(answer(401, 'a'), answer(401, 'b'))).toBe(true);
    expect(isLike(login, login)).toBe(true);
    expect(isLike(login, answer(401))).toBe(false);
    expect(isLike(answer(500), answer(500))).toBe(false);
  });

  test('or, without a code, their words, ids and times aside', () => {
    const token = (id: string) => answer(400, { message: `token has ended, request ${id}` });
    expect(isLike(token('7f3a'), token('99bc01'))).toBe(true);
    expect(isLike(answer(400, { message: 'too small' }), token('7f3a'))).toBe(false);
    expect(isLike(answer(400, '<h1>7</h1>'), answer(400, '<h1>8</h1>'))).toBe(true);
  });
});
