import { describe, expect, test } from 'vitest';
import { terminal } from '../../reports/console.ts';
import { page } from '../../reports/html/page.ts';
import { reports } from '../../reports/index.ts';
import { samples } from './sample.ts';

/** `npx vitest run -u test/reports` rewrites the golden files; read the difference before it is committed. */
describe.each(Object.entries(samples))('%s', (name, result) => {
  test.each(Object.values(reports))('$file', async ({ file, render }) => {
    await expect(render(result)).toMatchFileSnapshot(`golden/${name}.${file}`);
  });

  test('report.html in Chinese', async () => {
    await expect(page(result, 'zh')).toMatchFileSnapshot(`golden/${name}.report.zh.html`);
  });

  test('terminal', async () => {
    await expect(terminal(result, { colour: false, width: 120 })).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});
