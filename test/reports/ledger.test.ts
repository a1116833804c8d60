import { expect, test } from 'vitest';
import { ledgerLine } from '../../reports/ledger.ts';

const ledger = { requests: 1204, volumesCreated: 56, volumesReturned: 55, left: [] };

test.each([
  [ledger, '1204 requests; 56 volumes created, 55 returned'],
  [{ ...ledger, lent: true } as const, '1204 requests; 56 volumes lent, 55 returned'],
  [{ ...ledger, requests: 1, volumesCreated: 1 }, '1 request; 1 volume created, 55 returned'],
])('%j', (given, told) => expect(ledgerLine(given)).toBe(told));
