import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { DeriveError } from '../../../spec/derive/errors.ts';
import { loadContract } from '../../../spec/load.ts';
import { chinese, english } from './page-texts.ts';

/** A page either gives a contract that its own loader takes, or one of the errors of `derive`. */
function expectContractOrError(text: string): void {
  let bytes: string;
  try {
    bytes = derive({ name: 'page.md', text }).text;
  } catch (error) {
    expect(error).toBeInstanceOf(DeriveError);
    return;
  }
  loadContract(bytes, 'contract.json');
}

const pages = [english, ...(chinese === undefined ? [] : [chinese])];
const page = fc.constantFrom(...pages);
const fragment = fc.constantFrom(
  '',
  '<table>',
  '</td></tr>',
  '<td>',
  '```',
  '## URI',
  '> ',
  '-   ',
  '{',
  '"x": {},',
  '| a | b |',
  '<!--',
  '&#0;',
  '<script>',
  '<template><p>must</p></template>',
  '__proto__',
  '<a name="__proto__"></a>',
  'must 大于 at most',
  '[x]: y',
  '[^1]',
  '1. - > a',
);

describe('a mangled page gives a contract or an error', () => {
  it('with lines lost', () => {
    fc.assert(
      fc.property(page, fc.nat(200), fc.nat(20), (text, from, count) => {
        const lines = text.split('\n');
        lines.splice(from % lines.length, count + 1);
        expectContractOrError(lines.join('\n'));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('cut off anywhere', () => {
    fc.assert(
      fc.property(page, fc.nat(10_000), (text, length) => expectContractOrError(text.slice(0, length))),
      { numRuns: 40 },
    );
  }, 60_000);

  it('with text put in, swapped or doubled', () => {
    const change = fc.record({
      at: fc.nat(10_000),
      cut: fc.nat(30),
      put: fc.oneof(fragment, fc.string({ unit: 'grapheme' })),
    });
    fc.assert(
      fc.property(page, fc.array(change, { minLength: 1, maxLength: 5 }), (text, changes) => {
        let mangled = text;
        for (const { at, cut, put } of changes) {
          const index = at % (mangled.length + 1);
          mangled = mangled.slice(0, index) + put + mangled.slice(index + cut);
        }
        expectContractOrError(mangled);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('with lines in another order', () => {
    fc.assert(
      fc.property(page, fc.nat(200), fc.nat(200), (text, one, two) => {
        const lines = text.split('\n');
        const moved = lines.splice(one % lines.length, 1);
        lines.splice(two % lines.length, 0, ...moved);
        expectContractOrError(lines.join('\n'));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each([
    ['lists by indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
    ['open emphasis', '*a _b '.repeat(2000)],
    ['open elements', '<div><b>'.repeat(2000)],
    ['open brackets', '![a]('.repeat(1900)],
    ['open tables', '<table><tr><td>'.repeat(1000)],
    ['backticks', '`a``b```c'.repeat(1500)],
  ])(
    'in bearable time: %s',
    (_what, text) => {
      expectContractOrError(`${english}\n${text}`);
    },
    20_000,
  );
});
