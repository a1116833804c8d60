import { expect, test } from 'vitest';
import { referencePages } from '../../docs/generate/pages.ts';
import { textOf } from './pages.ts';

test('the reference is what npm run docs writes', () => {
  const pages = referencePages();
  expect(pages.size).toBeGreaterThan(5);
  for (const [path, text] of pages) expect(textOf(path), path).toBe(text);
});
