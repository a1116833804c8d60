import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ctrf } from '../../reports/ctrf.ts';
import type { Result } from '../../verdicts/result.ts';
import { hostileResult, unseemly } from './hostile.ts';
import { samples } from './sample.ts';

const count = { type: 'integer', minimum: 0 };
const text = { type: 'string', minLength: 1 };
const exactly = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
  properties,
});

/** What of the Common Test Report Format is written here; like the format's own schema, it allows no other member. */
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
  exactly({
    reportFormat: { const: 'CTRF' },
    specVersion: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
    generatedBy: text,
    results: exactly({
      tool: exactly({ name: text, version: text }),
      summary: exactly({
        tests: count,
        passed: count,
        failed: count,
        skipped: count,
        pending: count,
        other: count,
        start: count,
        stop: count,
        duration: count,
      }),
      tests: {
        type: 'array',
        items: exactly(
          {
            name: text,
            status: { enum: ['passed', 'failed', 'skipped', 'pending', 'other'] },
            duration: count,
            suite: { type: 'array', minItems: 1, items: text },
            message: text,
            trace: text,
            snippet: { type: 'string' },
            rawStatus: text,
            tags: { type: 'array', items: text },
            extra: { type: 'object' },
          },
          ['message', 'trace', 'snippet'],
        ),
      },
      environment: exactly({ appName: { type: 'string' } }),
      extra: { type: 'object' },
    }),
  }),
);

interface ParsedCtrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly { readonly name: string; readonly status: string; readonly message?: string }[];
  };
}

function read(result: Result): ParsedCtrf {
  const parsed: unknown = JSON.parse(ctrf(result));
  expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
  return parsed as ParsedCtrf;
}

describe('ctrf-report.json', () => {
  test.each(Object.entries(samples))('keeps to the format, and its summary adds up: %s', (_, sample) => {
    const { summary, tests } = read(sample).results;
    expect(summary.tests).toBe(tests.length);
    for (const status of ['passed', 'failed', 'skipped', 'pending', 'other'])
      expect(summary[status]).toBe(tests.filter((one) => one.status === status).length);
    expect(summary).toMatchObject({ start: Date.parse(sample.startedAt), duration: sample.durationMs });
  });

  test('has one test a requirement and no control character, whatever a server sent', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        expect(read(hostile).results.tests.map(({ name }) => name)).toEqual(hostile.rows.map(({ id }) => id));
        expect(ctrf(hostile).replaceAll('\n', '')).not.toMatch(unseemly);
      }),
    );
  });

  test('only what was judged has passed or failed', () => {
    const statuses = {
      pass: 'passed',
      fail: 'failed',
      inconclusive: 'other',
      'not-applicable': 'skipped',
      broken: 'other',
    };
    for (const sample of Object.values(samples)) {
      const { tests } = read(sample).results;
      expect(tests.map(({ status }) => status)).toEqual(sample.rows.map((row) => statuses[row.verdict.kind]));
      expect(tests.map(({ message }) => message !== undefined)).toEqual(
        sample.rows.map((row) => row.verdict.kind !== 'pass'),
      );
    }
  });
});
