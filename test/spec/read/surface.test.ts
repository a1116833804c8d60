import { expect, it } from 'vitest';
import { surfaceOf } from '../../../spec/read/surface.ts';

const rst =
  '.. _box:\n\nBox\n===\n\nURI\n---\n\n-  URI format\n\n   GET /v2/box\n\n   .. code-block::\n\n      # a remark\n';
const markdown = '# Box\n\n## URI\n\n- URI format\n\n  GET /v2/box\n\n  ```\n  +---+\n  | a |\n  +---+\n  ```\n';

it.each(['page', 'page.md', 'page.rst'])('is told by the marks of a page, not by its name: %s', (name) => {
  expect(surfaceOf(name, rst)).toBe('rst');
  expect(surfaceOf(name, rst.replaceAll('\n', '\r\n'))).toBe('rst');
  expect(surfaceOf(name, markdown)).toBe('markdown');
});

it('is told by the name where the marks do not', () => {
  expect(surfaceOf('page.rst', 'Box\n===\n\ntext\n')).toBe('rst');
  expect(surfaceOf('page.md', 'Box\n===\n\ntext\n')).toBe('markdown');
  expect(surfaceOf('page', '')).toBe('markdown');
});
