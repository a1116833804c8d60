import fc from 'fast-check';
import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { DeriveError } from '../../../../spec/read/errors.ts';
import { parseRst } from '../../../../spec/read/rst.ts';

const SCRAPS =
  '+---+---+|+===+|| a | b ||=== ===|a   b|--- ---|.. note::|.. _a:|.. |x| y|..|- |1. |*|**|``|`|:ref:`a <b>`|\\|::|====|----|   |:a: b|text|表'
    .split('|')
    .concat('|', '| a | b |', '| ');
const page = fc
  .array(fc.tuple(fc.nat(8), fc.array(fc.constantFrom(...SCRAPS), { maxLength: 4 })), { maxLength: 30 })
  .map((lines) => lines.map(([indent, scraps]) => ' '.repeat(indent) + scraps.join('')).join('\n'));

it('gives elements with lines of the page, or an error that names one', () => {
  fc.assert(
    fc.property(fc.oneof(page, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      const last = text.split(/\r\n?|\n/).length;
      const lines = linesOrError(text);
      expect(lines.filter((line) => !(line >= 1 && line <= last))).toEqual([]);
    }),
    { numRuns: 500, seed: 14 },
  );
});

function linesOrError(text: string): readonly number[] {
  try {
    return linesIn(parseRst(text, 'page.rst'));
  } catch (error) {
    if (error instanceof DeriveError) return [error.line];
    throw error;
  }
}

function linesIn(node: Nodes): readonly number[] {
  const own = node.type === 'element' ? [node.position?.start.line ?? 0] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linesIn)] : own;
}

/** Processor time, in s; the slowest takes a fifth of it. A busy machine does not lengthen it. */
const bearable = 5;
const SIZE = 200_000;
/** A page of a part over and over. */
const filled = (part: string): string => part.repeat(SIZE / part.length);

describe('takes bearable time for 200 KB', () => {
  it.each([
    ['borders on one line', filled('+-+-')],
    ['borders on many lines', filled('+-+-\n')],
    ['wide borders', `${'+-'.repeat(SIZE / 6)}+\n`.repeat(3)],
    ['a grid that never ends', `+--+--+\n${filled('|a |b |\n')}`],
    ['a grid of merged cells', `+--+--+\n${filled('|a |b |\n|  +--+\n')}`],
    ['a simple table that never ends', `== ==\n${filled('a  b\n')}`],
    ['a simple table of a thousand columns', `${'= '.repeat(1000)}=\n${filled('a\n')}${'= '.repeat(1000)}=\n`],
    ['100,000 lists inside lists', filled('- ')],
    [
      'lists inside lists on many lines',
      Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
    ],
    ['open strong', filled('**a ')],
    ['open links', filled('`a <')],
    ['open roles', filled(':a:`b ')],
    ['open literals', filled('``a ')],
    ['open substitutions', filled('|a ')],
    ['backslashes', filled('\\')],
    ['colons', filled(':a')],
    ['labels', filled('.. _a:\n')],
    ['fields', filled(':a: b\n')],
    ['definitions', filled('a\n b\n')],
    ['headings', filled('aaaa\n====\n')],
    ['two colons', filled('a::\n\n')],
    ['blank lines', filled('- a\n\n\n\n')],
  ])('%s', (_what, text) => {
    const before = process.cpuUsage();
    linesOrError(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(bearable);
  });
});
