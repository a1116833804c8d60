import { describe, expect, test } from 'vitest';
import { terminal } from '../../reports/console.ts';
import { reports } from '../../reports/index.ts';
import { samples } from './sample.ts';

/** The page that has every section; what the others have otherwise stands in html-fragments.test.ts. */
const wholePage = 'non-conformant';

/** `npx vitest run test/reports -u` rewrites the golden files; read the difference before it is committed. */
describe.each(Object.entries(samples))('%s', (name, result) => {
  const written = Object.values(reports).filter(({ file }) => file !== 'report.html' || name === wholePage);

  test.each(written)('$file', async ({ file, render }) => {
    await expect(render(result)).toMatchFileSnapshot(`golden/${name}.${file}`);
  });

  test('terminal', async () => {
    await expect(terminal(result, { colour: false, width: 120 })).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test.runIf(name === wholePage)('terminal with every row', async () => {
    const written = terminal(result, { colour: false, width: 120, verbose: true });
    await expect(written).toMatchFileSnapshot(`golden/${name}.verbose.txt`);
  });
});
