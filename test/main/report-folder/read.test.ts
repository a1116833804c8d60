import { expect, test } from 'vitest';
import { readBytes, readText } from '../../../main/report-folder/read.ts';
import { UsageError } from '../../../main/settings/usage.ts';

test('a device without an end is refused, and not read for ever', () => {
  expect(() => readBytes('the ledger', '/dev/zero', 3_000_000)).toThrow(UsageError);
  expect(() => readText('the config file', '/dev/zero')).toThrow(
    'cannot read the config file /dev/zero: it has more than the 8388608 bytes allowed',
  );
});

test('a device that is empty is', () => {
  expect(readText('the config file', '/dev/null')).toBe('');
});
