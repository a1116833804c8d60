import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaksMust, budgetEntry } from '../../selftest/budgets.ts';
import { accuracy, results } from '../../selftest/document.ts';
import { entryOf, figuresOf, type Matrix, matrixText, smallestOf } from '../../selftest/matrix.ts';
import { pagesOf } from '../../selftest/pages.ts';
import { committedMatrix, staleness, stampNow } from '../../selftest/stamp.ts';
import { subjectOf } from '../../selftest/subjects.ts';
import { packageRoot } from '../../spec/root.ts';
import { requirement } from '../suites/register.ts';
import { fault, trialOf, variant } from './sample.ts';

const caught = { 'size.greater': 'fail', 'body.malformed': 'pass' } as const;
const missed = { 'size.greater': 'pass', 'body.malformed': 'pass' } as const;
const trials = [trialOf(caught, 2, 9), trialOf(caught, 1, 3), trialOf(missed, 3)];

const must = subjectOf('maximum-off-by-one');
const budgets = [
  budgetEntry(
    { runs: 12, extensions: 3 },
    [must],
    [
      { ...trialOf({ 'size.over-maximum': 'fail' }), subject: must.id },
      { ...trialOf({ 'size.over-maximum': 'pass' }, 2), subject: must.id, class: 'conformant' },
      trialOf(caught),
    ],
  ),
];

function matrixOf(...subjects: Matrix['subjects']): Matrix {
  return { format: 1, ...stampNow(), extent: { runs: 20, extensions: 12, seeds: [1, 2, 3] }, budgets, subjects };
}

describe('the entry of a subject', () => {
  test('counts what was right, by seed, and leaves away what always passed', () => {
    expect(entryOf(fault, trials, null)).toMatchObject({
      trials: 3,
      right: 2,
      verdicts: { 'size.greater': { fail: 2, pass: 1 } },
      foundAfter: [3, 9],
      smallest: ['said of size.greater'],
      wrong: [expect.stringMatching(/^seed 3: not caught/)],
    });
  });

  test('keeps each thing a counterexample says once, without the ids of one run', () => {
    const said = 'answered 200 with {"job_id":123} for 0f3bd4a1-1111-2222-3333-444455556666';
    const trial = { ...trialOf(caught), complaints: { 'size.greater': said } };
    expect(smallestOf(trial, 'size.greater')).toBe('answered 200 with {"job_id":ID} for ID');
    expect(smallestOf(trial, 'effect.size')).toBeUndefined();
  });
});

test('the committed text is the matrix, a line for each server', () => {
  const matrix = matrixOf(entryOf(fault, trials.slice(0, 2), null), entryOf(fault, trials, null));
  const text = matrixText(matrix);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(matrix)));
  expect(text.split('\n').filter((line) => line.startsWith('{"id"'))).toHaveLength(2);
});

test('by another contract a fault is counted apart', () => {
  const elsewhere = { ...entryOf(fault, trials.slice(0, 2), null), contract: 'other' };
  expect(figuresOf(matrixOf(entryOf(fault, trials.slice(0, 2), null), elsewhere))).toMatchObject({
    faults: { total: 1 },
    elsewhere: { total: 1 },
  });
});

test('the figures count subjects that were always right, and verdicts that were not the same with every seed', () => {
  const wrong = entryOf(variant, [trialOf({ 'size.greater': 'fail' }), trialOf({ 'size.greater': 'pass' }, 2)], null);
  const figures = figuresOf(matrixOf(entryOf(fault, trials.slice(0, 2), null), wrong));
  expect(figures).toMatchObject({
    faults: { total: 1, caught: 1, trials: 2, right: 2 },
    foundAfter: { median: 9, p90: 9 },
    plainFoundAfter: { median: 9, p90: 9 },
    variants: { total: 1, trials: 2, accusations: 1 },
    degenerate: { total: 0, wrong: 0 },
    hostile: { total: 0, survived: 0, mostMb: null },
  });
  expect(figures.flips).toBeGreaterThan(0);
});

test('the page on accuracy states the figures, and the small budget that no fault slips through', () => {
  const text = accuracy(matrixOf(entryOf(fault, trials, null)));
  expect(text).toContain('**0 of 1 faults** are caught by their own requirement in every seed (2 of 3 trials)');
  expect(text).toContain('with `--runs 12 --extensions 3` the faults that break a MUST were caught in 1 of 2 trials;');
});

test('the tables stay whole whatever a summary contains', () => {
  const text = results(matrixOf(entryOf(fault, trials, null)), 'not measured');
  expect(text).toContain('| `--runs 12 --extensions 3` | 2 | 1/2 | maximum-off-by-one, seed 2 |');
  expect(text).toContain('| a-fault | one \\| slip | size.greater | 2/3 | 9, 9 |');
});

test('the committed pages are those of the committed matrix, and the first is one screen', () => {
  for (const [path, text] of pagesOf(committedMatrix())) {
    expect(text, path).toBe(readFileSync(join(packageRoot(), path), 'utf8'));
    if (path.startsWith('docs/')) expect(text.split('\n').length, path).toBeLessThan(40);
  }
});

test('faults that break a MUST are tried with small budgets, and no others', () => {
  expect(breaksMust(must)).toBe(true);
  expect(breaksMust(subjectOf('status-202'))).toBe(requirement('response.success-status').level === 'MUST');
  expect(breaksMust(variant)).toBe(false);
});

describe('a matrix is stale', () => {
  const entry = entryOf(fault, trials.slice(0, 2), null);
  const now = matrixOf(entry);

  test('not while version, contract, subjects and counterexamples are what they were', () => {
    expect(staleness(now, [fault], trials)).toEqual({ reasons: [], drifted: [] });
  });

  test('when one of them is not', () => {
    const reasonsOf = (...given: Parameters<typeof staleness>): readonly string[] => staleness(...given).reasons;
    expect(reasonsOf({ ...now, suite: { ...now.suite, version: '0' } }, [fault], [])).toHaveLength(1);
    expect(reasonsOf({ ...now, contracts: [{ id: 'extend-volume', sha256: '0' }] }, [fault], [])).toHaveLength(1);
    expect(reasonsOf(now, [fault, variant], [])).toEqual([]);
    expect(reasonsOf(now, [fault, variant], [{ ...trialOf(caught), subject: 'a-variant' }])).toEqual([
      'it does not know a-variant',
    ]);
    expect(reasonsOf(now, [], [])).toEqual(['it knows a-fault, which is no more']);
  });

  test('when more than one fault in five shows by another request: a few answer as the moment has it', () => {
    const another = { ...trialOf(caught), complaints: { 'size.greater': 'something else' } };
    const drifted = 'a-fault showed by "said of size.greater", and now by "something else"';
    const alike = Array.from({ length: 4 }, () => trialOf(caught));
    expect(staleness(now, [fault], [...alike, another])).toEqual({ reasons: [], drifted: [drifted] });
    expect(staleness(now, [fault], [...alike, another, another])).toEqual({
      reasons: ['2 of 6 faults show by another request'],
      drifted: [drifted, drifted],
    });
  });
});
