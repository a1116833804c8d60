import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headline, reasonIn } from '../../verdicts/headline.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { broken, failed, open, passed, result, rows } from '../reports/sample.ts';
import { beyond, judged } from '../suites/register.ts';

/** The end of every headline. */
const budget = ', budget --runs 20 --extensions 12';

test('a conformant run says how many of how many', () => {
  expect(headline(result(), 'conformant')).toBe(
    `conformant: ${judged} of ${judged} evaluated, ${judged} pass, ${beyond} not applicable${budget}`,
  );
});

test('failures are named, MUSTs first, the others with their level', () => {
  const verdicts = { 'job.truthful': failed, 'size.over-maximum': failed, 'size.maximum': open };
  expect(headline(result({ rows: rows(verdicts) }), 'non-conformant')).toBe(
    `non-conformant: ${judged - 1} of ${judged} evaluated, ${judged - 3} pass, 2 fail (size.over-maximum; job.truthful, SHOULD), ` +
      `1 inconclusive, ${beyond} not applicable${budget}`,
  );
});

test('many failures are named up to five', () => {
  const text = headline(result({ rows: rows({}, failed) }), 'non-conformant');
  expect(text).toContain(`${judged} fail (operation.route; size.greater; size.not-greater; size.over-maximum; `);
  expect(text).toContain(`; and ${judged - 5} more)`);
});

test('interruption and breakage are said', () => {
  const text = headline(result({ interrupted: true, rows: rows({ 'size.greater': broken }) }), 'broken');
  expect(text).toBe(
    `broken (interrupted): ${judged - 1} of ${judged} evaluated, ${judged - 1} pass, 1 broken (size.greater), ${beyond} not applicable${budget}; size.greater: ${broken.reason}`,
  );
});

test('a run on the reference backend says so beside its class, where nobody takes it for another', () => {
  const target = { ...result().target, reference: true };
  expect(headline(result({ target }), 'conformant')).toBe(
    `conformant (the reference backend): ${judged} of ${judged} evaluated, ${judged} pass, ${beyond} not applicable${budget}`,
  );
  expect(headline(result({ target, interrupted: true }), 'incomplete')).toMatch(
    /^incomplete \(the reference backend, interrupted\): /,
  );
});

test('lost evidence never makes the denominator smaller', () => {
  const ids = rows().map((row) => row.id);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(open, broken, failed, passed)), (verdicts) => {
      expect(headline(result({ rows: rows(verdicts) }), 'incomplete')).toMatch(
        new RegExp(`: \\d+ of ${judged} evaluated`),
      );
    }),
  );
});

test('what does not apply is not applicable, as what is untested', () => {
  const verdicts = { 'auth.required': { kind: 'not-applicable', reason: 'no tokens' } } as const;
  expect(headline(result({ rows: rows(verdicts) }), 'conformant')).toBe(
    `conformant: ${judged - 1} of ${judged - 1} evaluated, ${judged - 1} pass, ${beyond + 1} not applicable${budget}`,
  );
});

test('one failure fails; nothing is said of what there is none of, nor of more where there are five', () => {
  const tested = rows().filter(({ level }) => level !== 'none');
  const said = (count: number, outside: number) => {
    const judged = tested.map((row, at) => (at < count ? { ...row, verdict: failed } : row));
    const all = [
      ...judged,
      ...rows()
        .filter(({ level }) => level === 'none')
        .slice(0, outside),
    ];
    return headline(result({ rows: all }), 'non-conformant');
  };
  expect(said(1, 0)).toMatch(
    new RegExp(`: ${judged} of ${judged} evaluated, ${judged - 1} pass, 1 fails \\([^;]+\\), budget`),
  );
  expect(said(5, 1)).toMatch(new RegExp(`${judged - 5} pass, 5 fail \\([^)]+\\), 1 not applicable, budget`));
  expect(said(5, 1)).not.toContain('more');
});

test.each([
  [0, 0, ''],
  [1, 0, ', 1 server error did not show again'],
  [0, 1, ', 1 refusal did not show again'],
  [3, 12, ', 3 server errors did not show again, 12 refusals did not show again'],
])('%i server errors and %i refusals that passed are said at the end', (serverErrors, refusals, said) => {
  const passing = { serverErrors, refusals };
  expect(headline(result({ passing }), 'conformant')).toBe(
    `conformant: ${judged} of ${judged} evaluated, ${judged} pass, ${beyond} not applicable${said}${budget}`,
  );
});

describe('a run without a verdict says why', () => {
  const blocked = 'blocked by operation.route';

  test.each([
    ['could not run: no such host', null, open, 'could not run: no such host'],
    [null, 'no volume was available', open, 'operation.route: no volume was available'],
    [null, 'a\n\u001b[2Jb', open, 'operation.route: a [2Jb'],
    [null, null, open, `operation.route: ${blocked}`],
  ])('stopped %j, smoke test %j', (stopped, smoke, other, why) => {
    const route =
      smoke === null ? {} : { 'operation.route': { kind: 'inconclusive', runs: 0, reason: smoke } as const };
    const text = headline(result({ stopped, rows: rows(route, other) }), 'incomplete');
    expect(text.split(`${budget}; `)[1]).toBe(why);
    expect(reasonIn(text)).toBe(why);
  });

  test('a MUST that is open, not what was left out, nor what an interruption cut', () => {
    const openFor = (reason: string): Verdict => ({ kind: 'inconclusive', runs: 0, reason });
    const why = (verdicts: Parameters<typeof rows>[0]) =>
      headline(result({ rows: rows(verdicts) }), 'incomplete').split(`${budget}`)[1];
    expect(why({ 'size.maximum': openFor('no room'), 'state.in-use': openFor('none to be had') })).toBe(
      '; state.in-use: none to be had',
    );
    expect(why({ 'state.in-use': openFor('not selected') })).toBe('');
    expect(why({ 'state.in-use': openFor('interrupted') })).toBe('');
  });

  test('and one with a verdict has no reason to be read', () => {
    const many = headline(result({ rows: rows({}, failed) }), 'non-conformant');
    expect([headline(result(), 'conformant'), many].map(reasonIn)).toEqual([undefined, undefined]);
  });

  test('a long reason is cut', () => {
    const text = headline(result({ stopped: 'x'.repeat(5000) }), 'incomplete');
    expect(text.length).toBeLessThan(600);
  });
});

describe('a run of a few requirements', () => {
  const few = (verdicts: Parameters<typeof rows>[0]) =>
    headline(
      result({ partial: true, rows: rows(verdicts, { kind: 'inconclusive', runs: 0, reason: 'not selected' }) }),
      'incomplete',
    );

  test.each([
    [{ 'size.greater': passed }, '--only: 1 selected, passed'],
    [{ 'size.greater': passed, 'size.maximum': passed }, '--only: 2 selected, all passed'],
    [{ 'size.greater': passed, 'size.maximum': failed }, '--only: 2 selected, 1 failed'],
    [{ 'size.greater': passed, 'size.maximum': open }, '--only: 2 selected, passed, but for size.maximum, SHOULD'],
    [{ 'size.greater': open }, '--only: 1 selected, not judged'],
  ] as const)('%j', (verdicts, said) => {
    expect(few(verdicts)).toMatch(/^incomplete \(/);
    expect(few(verdicts)).toContain(`(${said}): `);
  });
});
