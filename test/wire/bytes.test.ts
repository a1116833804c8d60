import { expect, test } from 'vitest';
import { bodyBytes, holdsRawBytes } from '../../wire/bytes.ts';

test('a surrogate by itself is a byte, as half of a character it is none', () => {
  expect([...bodyBytes('a\udcff\udc80')]).toEqual([0x61, 0xff, 0x80]);
  // its second half is one of those surrogates
  expect(bodyBytes('💀').toString()).toBe('💀');
  expect([...bodyBytes('\udcf0💀')]).toEqual([0xf0, ...Buffer.from('💀')]);
  expect(['a', '💀', '\udcff', 'a\udc80'].map(holdsRawBytes)).toEqual([false, false, true, true]);
});

test('other halves of characters are what no encoding has', () => {
  expect(bodyBytes('\ud800').toString()).toBe('\ufffd');
  expect(bodyBytes('\0').length).toBe(1);
});
