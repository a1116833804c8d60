import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChallenge, seedOf } from '../../../evidence/attestation/challenge.ts';

describe('the seed of a challenge', () => {
  // made with: printf 'evs-conformance challenge\na' | sha256sum, the first 31 bits
  test.each([
    ['a', 178_145_873],
    ['certifier 2026-07, "a" & <b>', 1_187_898_050],
  ])('%s gives %d', (challenge, seed) => {
    expect(seedOf(challenge)).toBe(seed);
  });

  test('is the first 31 bits, positive, and below 2^31 - 1', () => {
    fc.assert(
      fc.property(fc.string(), (challenge) => {
        const seed = seedOf(challenge);
        const digest = createHash('sha256').update(`evs-conformance challenge\n${challenge}`).digest('hex');
        expect(seed).toBe(Math.floor(Number.parseInt(digest.slice(0, 8), 16) / 2));
        expect(seed).toBeGreaterThan(0);
        expect(seed).toBeLessThan(2 ** 31 - 1);
      }),
    );
  });
});

test.each([
  ['certifier 2026-07, run 3', true],
  ['x'.repeat(256), true],
  ['x'.repeat(257), false],
  ['', false],
  [' x', false],
  ['x ', false],
  ['two  spaces', false],
  ['a\nb', false],
  ['a\tb', false],
  ['a\u0000', false],
  ['ü', false],
  ['\u202ea', false],
])('%j can be one: %j', (text, isOne) => {
  expect(isChallenge(text)).toBe(isOne);
});
