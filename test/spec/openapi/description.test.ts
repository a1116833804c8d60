import { describe, expect, test } from 'vitest';
import type { Contract } from '../../../spec/contract.ts';
import { descriptionOf } from '../../../spec/openapi/description.ts';
import { actionWith, contractWith } from './contracts.ts';

const unparsed = (line: number) => ({
  heading: 'Limits',
  line,
  sha256: 'a'.repeat(64),
  text: 'At most what there is.',
});

const rules: Partial<Contract> = {
  preconditions: [
    { on: 'rack.status', when: {}, requires: { enum: ['free', 'error'] }, fact: 'a' },
    {
      on: 'rack.servers',
      when: { 'rack.status': { const: 'in-use' } },
      requires: { type: 'array', items: { enum: ['ACTIVE', 'SHUTOFF'] } },
      fact: 'b',
    },
    { on: 'rack.lock', when: {}, requires: { not: { enum: ['error'] } }, fact: 'c' },
  ],
  case: { properties: { body: { properties: { size: { exclusiveMinimum: { $data: '/fixtures/rack/size' } } } } } },
  cases: [{ pointer: '/body/size', when: 'system disk', schema: { type: 'integer', maximum: 9 }, fact: 'd' }],
  normalise: [{ pointer: '/body/size', operation: 'truncate', fact: 'e' }],
  readings: [{ fact: 'f', question: 'Is 0 a size?', readings: ['it is', 'it is not'] }],
  unparsed: [unparsed(3), unparsed(3), unparsed(4)],
};

const notes = [
  '- `rack.status` has to be one of free, error',
  '- each of `rack.servers` has to be one of ACTIVE, SHUTOFF where `rack.status` is in-use',
  '- `rack.lock` has to be not error',
  "- `/body/size`: more than the rack's size",
  '- `/body/size`, system disk: at most 9',
  '- `/body/size`: cut to the integer before its point',
  '- Is 0 a size? Left open: it is, or it is not',
  '- 2 lines of the page not understood',
];

const none: Partial<Contract> = { preconditions: [], cases: [], normalise: [], readings: [], unparsed: [], case: {} };

describe('the description of an operation', () => {
  test('says what OpenAPI cannot, in words, and quotes no page', () => {
    expect(descriptionOf([contractWith({ id: 'rack', ...rules })])).toBe(`Contract \`rack\`.\n\n${notes.join('\n')}`);
  });

  test('names the contract where there is nothing else', () => {
    expect(descriptionOf([contractWith({ id: 'rack', ...none })])).toBe('Contract `rack`.');
  });

  test('tells several by the keys of their bodies', () => {
    const status = { response: { success: { status: 202, schema: null }, error: { schema: null } } };
    const old = actionWith('move', { ...none, ...status });
    expect(
      descriptionOf([
        actionWith('grow', { ...rules, ...status }),
        { ...old, operation: { ...old.operation, deprecated: true } },
      ]),
    ).toBe(
      [
        '- **grow**, answers 202: contract `act.grow`',
        ...notes.map((note) => `  ${note}`),
        '- **move**, deprecated, answers 202: contract `act.move`',
      ].join('\n'),
    );
  });
});
