import { describe, expect, it } from 'vitest';
import { html, htmlWithLines } from './rst/html.ts';

describe('headings', () => {
  it('have the level of their underline, by its first use', () => {
    expect(html('Box', '===', '', 'Lid', '---', '', 'Hinge', '~~~~~', '', 'Base', '----')).toBe(
      '<h1>Box</h1><h2>Lid</h2><h3>Hinge</h3><h2>Base</h2>',
    );
  });

  it('can have an overline, which makes another kind', () => {
    expect(html('===', 'Box', '===', '', 'Lid', '===')).toBe('<h1>Box</h1><h2>Lid</h2>');
  });

  it('are text where the underline is too short, and a rule alone is nothing', () => {
    expect(html('A long line', '--', '', '----', '', 'end')).toBe('<p>A long line\n--</p><p>end</p>');
  });
});

describe('labels', () => {
  it('are the id of the heading, paragraph or first item that follows', () => {
    expect(html('.. _Top:', '', 'Box', '===', '', '.. _a b:', '', 'text', '', '.. _c:', '', '- item')).toBe(
      '<h1 id=top>Box</h1><p id=a b>text</p><ul><li id=c><p>item</p></li></ul>',
    );
  });

  it('name the paragraph behind them where they begin an item', () => {
    expect(html('-  .. _page__li1:', '', '   Members of **lid**', '', '   more')).toBe(
      '<ul><li><p id=page__li1>Members of <strong>lid</strong></p><p>more</p></li></ul>',
    );
  });

  it('can be several, and name the caption of a table', () => {
    expect(html('.. _a:', '.. _b:', '', '.. table:: **Table 1** Lids', '', '   == ==', '   x  y', '   == ==')).toBe(
      '<p id=a><a id=b></a><strong>Table 1</strong> Lids</p><table><tbody><tr><td><p>x</p></td><td><p>y</p></td></tr></tbody></table>',
    );
  });

  it('of other pages are dropped', () => {
    expect(html('.. _a: http://a.example', '', 'text')).toBe('<p>text</p>');
  });
});

describe('lists', () => {
  it('hold blocks, and lists', () => {
    expect(html('-  one', '   goes on', '', '   para', '', '   -  deep', '-  two')).toBe(
      '<ul><li><p>one\ngoes on</p><p>para</p><ul><li><p>deep</p></li></ul></li><li><p>two</p></li></ul>',
    );
  });

  it('are numbered or lettered, and a form is a list', () => {
    expect(html('1. one', '#. two', '', 'a) three')).toBe(
      '<ol><li><p>one</p></li><li><p>two</p></li></ol><ol><li><p>three</p></li></ol>',
    );
  });

  it('are not begun by an initial', () => {
    expect(html('A. Lid is', 'a name')).toBe('<p>A. Lid is\na name</p>');
  });

  it('define terms', () => {
    expect(html('lid', '   what closes', '', 'after')).toBe(
      '<dl><dt>lid</dt><dd><p>what closes</p></dd></dl><p>after</p>',
    );
  });
});

describe('directives', () => {
  it.each([
    ['note', 'note'],
    ['tip', 'tip'],
    ['important', 'notice'],
    ['caution', 'caution'],
    ['Warning', 'warning'],
  ])('%s is set apart by the class %s', (name, className) => {
    expect(html(`.. ${name}::`, '', '   text', '', '   - item')).toBe(
      `<div class=${className}><p>text</p><ul><li><p>item</p></li></ul></div>`,
    );
  });

  it('can begin their text on the same line', () => {
    expect(html('.. note:: one', '   two', '', 'after')).toBe('<div class=note><p>one\ntwo</p></div><p>after</p>');
  });

  it('that are not known give their argument and content, less the options', () => {
    expect(html('.. topic:: Lids', '   :name: x', '', '   text')).toBe('<p>Lids</p><p>text</p>');
  });

  it('that show something else, comments and substitutions give nothing', () => {
    expect(
      html('.. image:: a.png', '   :alt: b', '', '.. |x| image:: a.png', '', '.. said', '   aside', '', 'end'),
    ).toBe('<p>end</p>');
  });

  it('leave the text below an empty comment, and that of a footnote', () => {
    expect(html('..', '', '  quoted', '', '.. [1] small')).toBe('<div><p>quoted</p></div><div><p>small</p></div>');
  });
});

describe('code', () => {
  it('stands as it is, by directive or after two colons', () => {
    expect(html('.. code-block:: json', '   :name: x', '', '   {', '     "a": "*b*\\n"', '', '   }')).toBe(
      '<pre><code>{\n  "a": "*b*\\n"\n\n}\n</code></pre>',
    );
    expect(html('As in::', '', '    a', '      b', '', 'end')).toBe(
      '<p>As in:</p><pre><code>a\n  b\n</code></pre><p>end</p>',
    );
  });
});

it('drops the fields at the head of a page, and no others', () => {
  expect(html(':original_name: x.html', ':date: y', '', 'Box', '===', '', ':lid: closed')).toBe(
    '<h1>Box</h1><p>:lid: closed</p>',
  );
});

it('numbers each element by its line of the page', () => {
  expect(
    htmlWithLines('Box', '===', '', '- a', '', '  b', '', '.. note::', '', '   c', '', '.. code::', '', '   d'),
  ).toBe(
    '<h1 1>Box</h1><ul 4><li 4><p 4>a</p><p 6>b</p></li></ul><div 8 class=note><p 10>c</p></div><pre 12><code 14>d\n</code></pre>',
  );
});

it('reads lines however they end', () => {
  expect(html('\uFEFFBox\r\n===\r\n\r\n-\ttext\rmore')).toBe('<h1>Box</h1><ul><li><p>text</p></li></ul><p>more</p>');
});
