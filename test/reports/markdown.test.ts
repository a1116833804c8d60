import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../reports/markdown.ts';
import { bounded, visible } from '../../reports/text.ts';
import { harmless, hostileResult, unseemly } from './hostile.ts';
import { counterexample, failed, result, rows, samples } from './sample.ts';
import { markdownShape, nodesOf, readMarkdown } from './tree.ts';

const types = [
  'root',
  'heading',
  'paragraph',
  'text',
  'inlineCode',
  'code',
  'table',
  'tableRow',
  'tableCell',
  'list',
  'listItem',
];

describe('report.md', () => {
  test('is the same text around the same code, whatever a server sent', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        const read = readMarkdown(markdown(hostile));
        expect(markdownShape(read)).toBe(markdownShape(readMarkdown(markdown(harmless(hostile)))));
        expect(
          [
            ...new Set(
              markdownShape(read)
                .match(/^ *\w+/gm)
                ?.map((one) => one.trim()),
            ),
          ].filter((one) => !types.includes(one)),
        ).toEqual([]);
      }),
    );
  });

  test('holds no control character, and fits a comment', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        const text = markdown(hostile);
        expect(text.replaceAll('\n', '')).not.toMatch(unseemly);
        expect(text.length).toBeLessThan(65_536);
      }),
    );
  });

  test.each(['a `b` ``` c', '`', '```', '`````', ' x ', 'a | b', 'a \\| b', '@octocat <b> https://evil.example'])(
    'a complaint stays as it was: %j',
    (complaint) => {
      const verdict = { ...failed, counterexample: { ...counterexample, complaint, curl: complaint } };
      const text = markdown(result({ rows: rows({ 'size.greater': verdict }) }));
      const read = readMarkdown(text);
      const codes = nodesOf('inlineCode', read).map(({ value }) => value);
      expect(codes).toContain(complaint.replace('\\|', '\\\\u007c'));
      expect(nodesOf('code', read).map(({ value }) => value)).toEqual([complaint]);
    },
  );

  test('names what is required by every failure, the MUSTs first', () => {
    const read = readMarkdown(markdown(samples['non-conformant']));
    const codes = nodesOf('inlineCode', read).map(({ value }) => value);
    const failing = ['size.over-maximum', 'job.vocabulary', 'job.truthful'];
    expect(codes.filter((one) => failing.includes(one ?? ''))).toEqual([...failing, ...failing]);
    expect(codes).toContain(bounded(visible('MUST refuse {over} GB and above, huge numbers included'), 200));
  });
});
