import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { dispatch } from '../../cli/dispatch.ts';
import { packageRoot } from '../../spec/root.ts';

/** Makes the picture in README.md, the report of a run that fails. EVS_CHROMIUM: the browser's executable, if it is not an installed Chrome. */
const { EVS_CHROMIUM: executablePath } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'evs-picture-'));
const io = { out: () => {}, err: () => {}, env: {}, stopped: async () => {} };
await dispatch(['run', '--fault', 'maximum-off-by-one', '--seed', '7', '--quiet', '--report', folder], io);
const browser = await chromium.launch({
  ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
  // a container has no user namespaces to build the sandbox from; the page is the suite's own
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1000, height: 760 }, colorScheme: 'light' });
await page.goto(pathToFileURL(join(folder, 'report.html')).href);
await page.screenshot({ path: join(packageRoot(), 'docs', 'assets', 'report.png') });
await browser.close();
rmSync(folder, { recursive: true });
