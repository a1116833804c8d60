import { expect, it } from 'vitest';
import { parseInline } from '../../../../spec/read/rst/inline.ts';
import { html } from './html.ts';

it.each([
  ['strong, emphasis and code', '**a b**, *c* and ``d\\e``', '<strong>a b</strong>, <em>c</em> and <code>d\\e</code>'],
  ['escapes', '\\*a\\* b\\ *c*\\ d **\\_e_** f\\\\g', '*a* b<em>c</em>d <strong>_e_</strong> f\\g'],
  ['a role that refers to a label', ':ref:`The lid <Page__Li1>`', '<a href=#page__li1>The lid</a>'],
  ['a role that has a label alone', ':ref:`lid`', '<a href=#lid>lid</a>'],
  ['a link to another page', '`Lids <http://a.example/x_y>`__.', '<a href=http://a.example/x_y>Lids</a>.'],
  ['a link to a heading', '`The Lid`_', '<a href=#the lid>The Lid</a>'],
  ['other interpreted text', ':code:`a`, `b` and :math:`c`', '<code>a</code>, b and c'],
  ['images', 'see |image1| here, 1|2|3, |not this one|', 'see  here, 1|2|3, |not this one|'],
  ['stars of sums and of arguments', '2 * 3 * 4, a*b*c, *args and **kwargs', '2 * 3 * 4, a*b*c, *args and **kwargs'],
  ['marks in quotes', '"*" and \'`\' and (*), then *a*', '"*" and \'`\' and (*), then <em>a</em>'],
  ['names with underscores', 'a_b_ __c__ _d', 'a_b_ __c__ _d'],
  ['ends after punctuation of any script', '取值“**a**”，**b**。', '取值“<strong>a</strong>”，<strong>b</strong>。'],
])('%s', (_what, text, expected) => {
  expect(html(text)).toBe(`<p>${expected}</p>`);
});

it('gives each text its line', () => {
  const nodes = parseInline('one\ntwo **three**\nfour\\\nfive', 7);
  expect(nodes.map((node) => [node.type, node.position?.start.line])).toEqual([
    ['text', 7],
    ['element', 8],
    ['text', 8],
    ['text', 10],
  ]);
});
