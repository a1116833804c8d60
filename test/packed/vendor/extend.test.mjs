/** A vendor's tests: the checks on their own service, of which the first accepts more than it should. */
import { createServer } from 'node:http';
import { conformance } from 'evs-conformance/vitest';
import { expect, test } from 'vitest';
import { service } from './service.mjs';

const run = { project: 'vendor', states: '/states', runs: 12, extensions: 4, seed: 1 };

conformance({ target: createServer(service({ maximum: 32_769 })), ...run, report: 'conformance-report' });

conformance({ target: service(), ...run });

test('a test of their own', () => {
  expect(1 + 1).toBe(2);
});
