import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { junit } from '../../reports/junit.ts';
import { hostileResult } from './hostile.ts';
import { samples } from './sample.ts';

interface JunitCase {
  readonly '@name': string;
  readonly failure?: { readonly '@message': string; readonly '#text': string };
  readonly error?: { readonly '@message': string };
  readonly skipped?: { readonly '@message': string };
}

function cases(xml: string): readonly JunitCase[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseAttributeValue: false });
  return (parser.parse(xml) as { testsuites: { testsuite: { testcase: JunitCase[] } } }).testsuites.testsuite.testcase;
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

  test('has one element for each verdict that is no pass', () => {
    fc.assert(
      fc.property(fc.oneof(hostileResult, fc.constantFrom(...Object.values(samples))), (result) => {
        const told = cases(junit(result)).map(({ failure, error, skipped }) =>
          failure !== undefined
            ? 'failure'
            : error !== undefined
              ? 'error'
              : skipped !== undefined
                ? 'skipped'
                : 'pass',
        );
        const elements = {
          pass: 'pass',
          fail: 'failure',
          broken: 'error',
          inconclusive: 'skipped',
          'not-applicable': 'skipped',
        };
        expect(told).toEqual(result.rows.map((row) => elements[row.verdict.kind]));
      }),
    );
  });

  test('a failure carries complaint, clause and curl; that of a SHOULD says that the class stays', () => {
    const all = cases(junit(samples['non-conformant']));
    const over = all.find((one) => one['@name'] === 'size.over-maximum');
    expect(over?.failure?.['@message']).toBe('answered 200 to new_size 32769, expected a refusal');
    expect(over?.failure?.['#text']).toMatch(/page: size\.range, line 74, #p1004\n(.*\n)*curl: curl -X POST/);
    const truthful = all.find((one) => one['@name'] === 'job.truthful');
    expect(truthful?.failure?.['@message']).toMatch(/^SHOULD, does not change the class: answered 200/);
  });
});
