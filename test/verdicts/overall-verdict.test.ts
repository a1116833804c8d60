import { describe, expect, test } from 'vitest';
import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import { broken, failed, open, result, rows } from '../reports/sample.ts';

const classOf = (...args: Parameters<typeof result>) => overallVerdict(result(...args)).class;

describe('the class a report tells', () => {
  test('is conformant where every MUST passes', () => {
    expect(classOf()).toBe('conformant');
    expect(classOf({ rows: rows({ 'size.maximum': open, 'job.truthful': failed }) })).toBe('conformant');
  });

  test('is never conformant for an interrupted run, whatever was cut off', () => {
    expect(classOf({ interrupted: true })).toBe('incomplete');
    expect(classOf({ interrupted: true, rows: rows({ 'size.maximum': open }) })).toBe('incomplete');
    expect(classOf({ interrupted: true, rows: rows({ 'size.greater': failed }) })).toBe('non-conformant');
    expect(classOf({ interrupted: true, rows: rows({ 'size.greater': broken }) })).toBe('broken');
  });

  test('is never conformant where any row is missing', () => {
    for (const { id, level } of rows()) {
      const found = classOf({ rows: rows().filter((row) => row.id !== id) });
      expect(found, id).toBe(level === 'none' ? 'conformant' : 'incomplete');
    }
  });
});
