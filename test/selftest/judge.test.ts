import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../selftest/judge.ts';
import { fault, trialOf, variant } from './sample.ts';

describe('a trial of a faulty server is right', () => {
  test('where its own requirement fails, and nothing but what it breaks as well', () => {
    expect(faultsOf(fault, trialOf({ 'size.greater': 'fail' }))).toEqual([]);
    expect(faultsOf(fault, trialOf({ 'size.greater': 'fail', 'effect.size': 'fail' }))).toEqual([]);
  });

  test.each(['pass', 'inconclusive', 'not-applicable'] as const)('and not where that is %s', (kind) => {
    expect(faultsOf(fault, trialOf({ 'size.greater': kind }))).toEqual([
      expect.stringContaining('not caught: size.greater'),
    ]);
  });

  test('nor where another requirement is accused', () => {
    expect(faultsOf(fault, trialOf({ 'size.greater': 'fail', 'body.malformed': 'fail' }))).toEqual([
      'accused: body.malformed (said of body.malformed)',
    ]);
  });

  test('nor where volumes are left behind, or a row of ours broke', () => {
    const wrong = faultsOf(fault, { ...trialOf({ 'size.greater': 'fail', 'effect.size': 'broken' }), left: 2 });
    expect(wrong).toEqual(['broken: effect.size (reason of effect.size)', 'left 2 volumes behind']);
  });

  test('nor where the report is not verified, or contradicts itself', () => {
    const doubts = { unverified: ['a step is missing'], contradictions: ['effect.size blames itself'] };
    expect(faultsOf(fault, { ...trialOf({ 'size.greater': 'fail' }), ...doubts })).toEqual([
      'not verified: a step is missing',
      'contradicts itself: effect.size blames itself',
    ]);
  });
});

describe('a trial of a right server is right', () => {
  test('where nothing fails and something passes', () => {
    expect(faultsOf(variant, trialOf({ 'size.greater': 'pass', 'effect.size': 'inconclusive' }))).toEqual([]);
  });

  test('and not where something fails, or nothing passes', () => {
    expect(faultsOf(variant, trialOf({ 'size.greater': 'pass', 'effect.size': 'fail' }))).toHaveLength(1);
    expect(faultsOf(variant, trialOf({ 'size.greater': 'inconclusive' }))).toEqual(['nothing passes']);
  });
});

describe('a trial of a server in which nothing may be missed is right', () => {
  const flawless = { ...variant, expects: 'flawless' } as const;

  test('where each MUST and SHOULD that applies passes; an advisory row may say nothing', () => {
    const verdicts = {
      'size.greater': 'pass',
      'body.malformed': 'not-applicable',
      'state.other': 'inconclusive',
    } as const;
    expect(faultsOf(flawless, trialOf(verdicts))).toEqual([]);
  });

  test('and not where a SHOULD has no verdict, or anything fails', () => {
    const verdicts = { 'size.greater': 'pass', 'body.malformed': 'inconclusive', 'state.other': 'fail' } as const;
    expect(faultsOf(flawless, trialOf(verdicts))).toEqual([
      'not passed: body.malformed (reason of body.malformed)',
      'accused: state.other (said of state.other)',
    ]);
  });
});

test('of a server that always says the same nothing may pass, whatever else becomes of it', () => {
  const same = { ...variant, kind: 'degenerate', expects: 'nothing' } as const;
  expect(faultsOf(same, trialOf({ 'size.greater': 'fail', 'effect.size': 'inconclusive' }))).toEqual([]);
  expect(faultsOf(same, trialOf({ 'size.greater': 'pass' }))).toEqual(['passes: size.greater']);
  expect(faultsOf(same, { ...trialOf({}), class: 'conformant' })).toEqual(['is conformant']);
});

describe('a set-up that is wrong', () => {
  const wrong = { ...variant, kind: 'set-up', expects: 'stopped' } as const;
  const reasons = { 'operation.route': 'could not run: its size is text' };
  const stopped = { ...trialOf({ 'operation.route': 'broken', 'size.greater': 'inconclusive' }), reasons };

  test('has to end the run as broken', () => {
    expect(faultsOf(wrong, { ...stopped, class: 'broken' })).toEqual([]);
    expect(faultsOf(wrong, { ...stopped, class: 'incomplete' })).toEqual(['is incomplete']);
  });

  test('and before anything is judged, or many volumes are set up', () => {
    const late = {
      ...trialOf({ 'size.greater': 'pass', 'effect.size': 'fail' }),
      class: 'broken',
      volumes: 4,
    } as const;
    expect(faultsOf(wrong, late)).toEqual([
      expect.stringContaining('judged: size.greater'),
      expect.stringContaining('judged: effect.size'),
      'took 4 volumes',
    ]);
  });
});

test('a hostile server may be judged as it likes, but not break a row', () => {
  const hostile = { ...variant, kind: 'hostile', expects: 'survived' } as const;
  expect(faultsOf(hostile, trialOf({ 'size.greater': 'fail', 'effect.size': 'inconclusive' }))).toEqual([]);
  expect(faultsOf(hostile, trialOf({ 'size.greater': 'broken' }))).toHaveLength(1);
});
