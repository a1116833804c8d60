import { describe, expect, it } from 'vitest';
import { TableError } from '../../../../spec/read/errors.ts';
import { parseRst } from '../../../../spec/read/rst.ts';
import { html, htmlWithLines } from './html.ts';

const grid = [
  '+------+----------------+',
  '| Name | Meaning        |',
  '+======+================+',
  '| lid  | What *closes*  |',
  '|      | the box.       |',
  '|      |                |',
  '|      | - item         |',
  '|      |                |',
  '|      | .. note::      |',
  '|      |                |',
  '|      |    Not always. |',
  '+------+----------------+',
  '| base |                |',
  '+------+----------------+',
];
const simple = ['==== =====', 'Name Value', '==== =====', 'lid  1 or more', '', '     - two', 'base \\', '==== ====='];

describe('a grid', () => {
  it('has blocks in its cells, each with its line', () => {
    expect(htmlWithLines('', ...grid)).toBe(
      [
        '<table 2><thead 3><tr 3><th 3><p 3>Name</p></th><th 3><p 3>Meaning</p></th></tr></thead><tbody 5>',
        '<tr 5><td 5><p 5>lid</p></td><td 5><p 5>What <em 5>closes</em>\nthe box.</p><ul 8><li 8><p 8>item</p></li></ul>',
        '<div 10 class=note><p 12>Not always.</p></div></td></tr>',
        '<tr 14><td 14><p 14>base</p></td><td 14></td></tr></tbody></table>',
      ].join(''),
    );
  });

  it('can merge cells', () => {
    const lines = [
      '+---+---+---+',
      '| a | b     |',
      '|   +---+---+',
      '|   | c | d |',
      '+---+---+   |',
      '| e     |   |',
      '+-------+---+',
    ];
    expect(html(...lines)).toBe(
      [
        '<table><tbody><tr><td rowSpan=2><p>a</p></td><td colSpan=2><p>b</p></td></tr>',
        '<tr><td><p>c</p></td><td rowSpan=2><p>d</p></td></tr><tr><td colSpan=2><p>e</p></td></tr></tbody></table>',
      ].join(''),
    );
  });

  it('counts two columns for a wide character', () => {
    expect(html('+------+---+', '| 名称 | ～|', '+------+---+')).toBe(
      '<table><tbody><tr><td><p>名称</p></td><td><p>～</p></td></tr></tbody></table>',
    );
  });
});

describe('a simple table', () => {
  it('begins a row where its first column has text, and has no end on the right', () => {
    expect(htmlWithLines(...simple)).toBe(
      [
        '<table 1><thead 2><tr 2><th 2><p 2>Name</p></th><th 2><p 2>Value</p></th></tr></thead><tbody 4>',
        '<tr 4><td 4><p 4>lid</p></td><td 4><p 4>1 or more</p><ul 6><li 6><p 6>two</p></li></ul></td></tr>',
        '<tr 7><td 7><p 7>base</p></td><td 7><p 7></p></td></tr></tbody></table>',
      ].join(''),
    );
  });

  it('needs no head, and can merge columns', () => {
    expect(html('== == ==', 'a  b', '-- -----', '1  2  3', '== == ==')).toBe(
      [
        '<table><tbody><tr><td><p>a</p></td><td colSpan=2><p>b</p></td></tr>',
        '<tr><td><p>1</p></td><td><p>2</p></td><td><p>3</p></td></tr></tbody></table>',
      ].join(''),
    );
  });
});

/** The lines with one of them replaced, or left out. */
function changed(lines: readonly string[], index: number, ...by: readonly string[]): string {
  return [...lines.slice(0, index), ...by, ...lines.slice(index + 1)].join('\n');
}

describe('a broken table is refused where it breaks', () => {
  it.each([
    ['a grid that ends in the middle', grid.slice(0, 8).join('\n'), 8],
    ['a grid that ends below its head', grid.slice(0, 3).join('\n'), 1],
    ['a row cut short', changed(grid, 3, '| lid  | What'), 4],
    ['a row without an edge', changed(grid, 3, '| lid    What *closes*  |'), 5],
    ['a row beyond the edge', changed(grid, 3, '| lid  | What *closes*    |'), 4],
    ['a row without its first edge', changed(grid, 4, '       | the box.       |'), 4],
    ['a border cut short', changed(grid, 0, '+------+-----'), 1],
    ['two borders', changed(grid, 12), 13],
    ['rows without the border above', grid.slice(1).join('\n'), 1],
    ['rows below a border that is none', changed(grid, 0, '+------+-----*----------+'), 2],
    ['rows of a simple table below a border that is none', changed(simple, 0, '===* ====='), 3],
    ['a caption without a table', '.. table:: Lids\n\n   text', 1],
    ['a table written as a list', 'text\n\n.. list-table::\n\n   * - a', 3],
    ['text directly below a grid', [...grid, 'text'].join('\n'), 15],
    ['a simple table without an end', simple.slice(0, 7).join('\n'), 1],
    ['a border of other columns', changed(simple, 2, '=== ====='), 3],
    ['a text across two columns', changed(simple, 3, 'lid is 1 or more'), 4],
    ['text directly below a simple table', [...simple, 'text', '', '==== ====='].join('\n'), 9],
    ['a merged row of other columns', '== == ==\na  b\n-- --- -\n== == ==', 2],
  ])('%s', (_what, text, line) => {
    expect(() => parseRst(text, 'page.rst')).toThrow(TableError);
    expect(() => parseRst(text, 'page.rst')).toThrow(`page.rst:${line}: `);
  });
});
