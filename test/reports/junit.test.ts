import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { junit } from '../../reports/junit.ts';
import { standing } from '../../reports/standing.ts';
import { hostileResult } from './hostile.ts';
import { samples } from './sample.ts';

interface Case {
  readonly '@name': string;
  readonly failure?: { readonly '@message': string; readonly '#text': string };
  readonly error?: { readonly '@message': string };
  readonly skipped?: { readonly '@message': string };
}

function cases(xml: string): readonly Case[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseAttributeValue: false });
  return (parser.parse(xml) as { testsuites: { testsuite: { testcase: Case[] } } }).testsuites.testsuite.testcase;
}

describe('junit.xml', () => {
  test('is well-formed, with one test case a requirement, whatever a server sent', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        const xml = junit(hostile);
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(cases(xml).map((one) => one['@name'])).toEqual(hostile.rows.map((row) => row.id));
        expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff\u2028\u2029]|\]\]>/u);
        expect(Math.max(...xml.split('\n').map((line) => line.length))).toBeLessThan(20_000);
      }),
    );
  });

  test('is red exactly when the run is not conformant', () => {
    fc.assert(
      fc.property(fc.oneof(hostileResult, fc.constantFrom(...Object.values(samples))), (result) => {
        // Interrupted runs, and a route that does not apply, are incomplete for a reason that no single row carries.
        fc.pre(!result.interrupted && result.rows[0]?.verdict.kind !== 'not-applicable');
        const red = cases(junit(result)).some((one) => one.failure !== undefined || one.error !== undefined);
        expect(red).toBe(standing(result).class !== 'conformant');
      }),
    );
  });

  test('a failure carries complaint, clause and curl; a failed SHOULD is listed and stays green', () => {
    const all = cases(junit(samples['non-conformant']));
    const over = all.find((one) => one['@name'] === 'size.over-maximum');
    expect(over?.failure?.['@message']).toBe('answered 200 to new_size 32769, expected a refusal');
    expect(over?.failure?.['#text']).toMatch(/page: F14, line 74, anchor p1004\n(.*\n)*curl: curl -X POST/);
    const truthful = all.find((one) => one['@name'] === 'job.truthful');
    expect(truthful?.failure).toBeUndefined();
    expect(truthful?.skipped?.['@message']).toMatch(/^SHOULD, does not change the class: answered 200/);
  });
});
