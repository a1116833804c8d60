import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json } from '../../reports/json.ts';
import { hostileResult } from './hostile.ts';
import { counterexample, result, rows, samples } from './sample.ts';
import { validateReport } from './schema.ts';

type ParsedReport = { verdict: string; headline: string; requirements: { id: string; counterexample: unknown }[] };
const parse = (text: string) => JSON.parse(text) as ParsedReport;

describe('report.json', () => {
  test.each(Object.entries(samples))('validates against the published schema: %s', (name, sample) => {
    const report = parse(json(sample));
    expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
    expect(report.verdict).toBe(name === 'interrupted' ? 'incomplete' : name);
    expect(report.headline.startsWith(report.verdict)).toBe(true);
  });

  test('validates and parses back whatever a server sent', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        const text = json(hostile);
        const report = parse(text);
        expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
        expect(report.requirements.map((row) => row.id)).toEqual(hostile.rows.map((row) => row.id));
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });

  test('keeps the counterexample as it was sent, and bounds what is too long', () => {
    const found = {
      ...counterexample,
      response: { status: 200, headers: {}, body: `\u001b\u202e${'y'.repeat(9000)}` },
    };
    const verdict = { kind: 'fail', runs: 1, evidence: 'observed', foundAfter: 1, counterexample: found } as const;
    const report = parse(json(result({ rows: rows({ 'size.greater': verdict }) })));
    const kept = report.requirements.find((row) => row.id === 'size.greater')?.counterexample;
    expect(kept).toMatchObject({ case: found.case, request: found.request, curl: found.curl });
    expect(kept).toMatchObject({ response: { body: `\u001b\u202e${'y'.repeat(4094)}… (4906 more characters)` } });
  });

  test('the schema refuses a fail without a counterexample, a pass with a reason, and a key it does not know', () => {
    const report = JSON.parse(json(samples['non-conformant'])) as { requirements: Record<string, unknown>[] };
    const withRow = (changes: Record<string, unknown>) => ({
      ...report,
      requirements: [{ ...report.requirements[0], ...changes }],
    });
    expect(validateReport(withRow({}))).toBe(true);
    expect(validateReport(withRow({ verdict: 'fail' }))).toBe(false);
    expect(validateReport(withRow({ reason: 'because' }))).toBe(false);
    expect(validateReport(withRow({ verdict: 'inconclusive', evidence: null }))).toBe(false);
    expect(validateReport(withRow({ surprise: 1 }))).toBe(false);
  });
});
