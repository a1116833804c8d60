import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectContractOrError } from './contract-or-error.ts';
import { chinese, english } from './page-texts.ts';

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
      { numRuns: 12000 },
    );
  });

  it('cut off anywhere', () => {
    fc.assert(
      fc.property(page, fc.nat(10_000), (text, length) => expectContractOrError(text.slice(0, length))),
      { numRuns: 12000 },
    );
  });

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
      { numRuns: 12000 },
    );
  });

  it('with lines in another order', () => {
    fc.assert(
      fc.property(page, fc.nat(200), fc.nat(200), (text, one, two) => {
        const lines = text.split('\n');
        const moved = lines.splice(one % lines.length, 1);
        lines.splice(two % lines.length, 0, ...moved);
        expectContractOrError(lines.join('\n'));
      }),
      { numRuns: 12000 },
    );
  });
});
