import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import { admit } from '../../../spec/read/admit.ts';
import { parseRst } from '../../../spec/read/rst.ts';
import { surfaceOf } from '../../../spec/read/surface.ts';
import { packageRoot } from '../../../spec/root.ts';

/** Pages of others; they are not ours to keep, so they are not always there. */
const folder = join(packageRoot(), '../shared/pages');
const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
const rst = names.filter((name) => name.endsWith('.rst'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe.skipIf(rst.length === 0)('pages of others (skipped where ../shared/pages does not hold them)', () => {
  it.each(rst)('has all tables and rows, and no mark left over: %s', (name) => {
    const text = read(name);
    admit(name, text);
    const tree = parseRst(text, name);
    expect(selectAll('table', tree).map((table) => selectAll('tr', table).length)).toEqual(rowsDrawn(text));
    expect(textOf(tree)).not.toMatch(/\*\*|:ref:|\.\. \w/);
  });

  it('is told from Markdown whatever it is called', () => {
    const pages = names.filter((name) => /(?<!README)\.(?:md|rst)$/.test(name));
    const wrong = pages.filter(
      (name) => surfaceOf('page', read(name)) !== (name.endsWith('.rst') ? 'rst' : 'markdown'),
    );
    expect(wrong).toEqual([]);
  });
});

/** Rows a table, counted from its lines: one a border of a grid below the first, one a line that begins in a simple table's first column. */
function rowsDrawn(text: string): readonly number[] {
  const tables: number[] = [];
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split('\n').map((line) => line.trim());
    if (/^\+[-+]+\+$/.test(lines[0] ?? '')) tables.push(lines.filter((line) => /^\+[-=+]+\+$/.test(line)).length - 1);
    if (/^=+ [= ]+$/.test(lines[0] ?? '')) tables.push(lines.length - 3);
  }
  return tables;
}

function textOf(node: Root | Root['children'][number]): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'root' && node.type !== 'element') return '';
  return node.type === 'element' && node.tagName === 'pre' ? '' : node.children.map(textOf).join('');
}
