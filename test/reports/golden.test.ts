import { describe, expect, test } from 'vitest';
import { terminal } from '../../reports/console.ts';
import { reports } from '../../reports/index.ts';
import { samples } from './sample.ts';

/** `npx vitest run test/reports -u` rewrites the golden files; read the difference before it is committed. */
describe.each(Object.entries(samples))('%s', (name, result) => {
  test.each(Object.values(reports))('$file', async ({ file, render }) => {
    await expect(render(result)).toMatchFileSnapshot(`golden/${name}.${file}`);
  });

  test('terminal', async () => {
    await expect(terminal(result, { colour: false, width: 120 })).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});
