import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lang } from '../../../reports/html/languages.ts';
import { page } from '../../../reports/html/page.ts';
import type { Result } from '../../../verdicts/result.ts';
import { beyond, judged } from '../../suites/register.ts';
import { hostileResult } from '../hostile.ts';
import { counterexample, result, rows, samples } from '../sample.ts';
import { findChromium } from './chromium.ts';

const executablePath = findChromium(process.env);
const missing = 'skipped: no Chromium here; install one, or name it by EVS_CHROMIUM';

/** What would be seen if anything of a page ran. */
const scripts = [
  '<script>document.title = "ran"; fetch("http://127.0.0.1:65534/ran")</script>',
  '"><img src="http://127.0.0.1:65534/ran" onerror="document.title = \'ran\'">',
  '</style><style>@import "http://127.0.0.1:65534/ran";</style><link rel="stylesheet" href="http://127.0.0.1:65534/ran">',
  '</text></svg><svg onload="document.title = \'ran\'"><use href="http://127.0.0.1:65534/ran"/></svg>',
  '</title><meta http-equiv="refresh" content="0;url=http://127.0.0.1:65534/ran">',
  '<iframe srcdoc="<script>parent.document.title = 1</script>"></iframe><form action="http://127.0.0.1:65534/ran"><button>',
  "' onmouseover='document.title = 1' autofocus onfocus='document.title = 1",
  '<a href="javascript:document.title = 1" accesskey="x">x</a>',
] as const;

/** A report in which every text that comes from outside is this one. */
function saying(text: string): Result {
  const found = { ...counterexample, complaint: text, diagnosis: text, observations: [text], curl: text };
  const request = { ...counterexample.request, url: text, headers: { [text]: text }, body: text };
  const response = { status: 200, headers: { [text]: text }, body: text };
  const volume = { size: 10, status: text, multiattach: false };
  const case_ = { ...counterexample.case, volume, servers: [text] };
  const whole = { ...found, case: case_, request, response, beside: [{ request, response }] };
  return result({
    target: { url: text, project: text, reference: false },
    rows: rows({
      'size.greater': { kind: 'fail', runs: 1, evidence: 'observed', foundAfter: 1, counterexample: whole },
      'auth.project': { kind: 'inconclusive', runs: 1, reason: text },
    }).map((row) => ({ ...row, notes: [text] })),
    survey: {
      sizes: [],
      states: [{ status: text, multiattach: false, servers: [text], expected: 'refuse', accepted: 1, refused: 0 }],
      statesLeftOut: 0,
    },
    ledger: { requests: 1, volumesCreated: 1, volumesReturned: 0, left: [{ volume: text, reason: text }] },
  });
}

describe(executablePath === undefined ? `report.html in a browser (${missing})` : 'report.html in a browser', () => {
  const inBrowser = test.skipIf(executablePath === undefined);
  const folder = mkdtempSync(join(tmpdir(), 'evs-browser-'));
  const requests: string[] = [];
  let browser: Browser | undefined;
  let tab: Page;

  beforeAll(async () => {
    if (executablePath === undefined) return;
    // a container has no user namespaces to build the sandbox from; the pages are this test's own
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: 120_000 });
    tab = await browser.newPage();
    tab.setDefaultTimeout(120_000);
    tab.on('request', (request) => requests.push(request.url()));
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the report from disk, as a mailed file is opened; comes back with its title as written. */
  async function open(shown: Result, lang: Lang = 'en'): Promise<string> {
    const file = join(folder, 'report.html');
    const text = page(shown, lang);
    writeFileSync(file, text);
    requests.length = 0;
    await tab.goto(pathToFileURL(file).href);
    return /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '';
  }

  const visible = (selector: string): Promise<number> => tab.locator(`${selector}:visible`).count();

  async function expectInert(title: string): Promise<void> {
    expect(await tab.title()).toBe(title);
    expect(requests).toEqual([pathToFileURL(join(folder, 'report.html')).href]);
    expect(await tab.locator('script, img, iframe, form, link, use, [onload], [onerror], [onmouseover]').count()).toBe(
      0,
    );
  }

  inBrowser.each(scripts)('neither runs nor fetches %s', async (text) => {
    const title = await open(saying(text));
    await tab.mouse.move(300, 300);
    await tab.keyboard.press('Tab');
    await expectInert(title);
    expect(await tab.locator('.complaint').innerText()).toBe(text);
  });

  inBrowser('would be seen to run and to fetch, did it not escape what it is told', async () => {
    writeFileSync(join(folder, 'report.html'), `<title>as written</title>${scripts[0]}${scripts[1]}`);
    requests.length = 0;
    await tab.goto(pathToFileURL(join(folder, 'report.html')).href);
    await expect.poll(() => tab.title(), { timeout: 120_000 }).toBe('ran');
    expect(requests.length).toBeGreaterThan(1);
  });

  inBrowser('neither runs nor fetches whatever else a server may send', async () => {
    for (const hostile of fc.sample(hostileResult, { numRuns: 8, seed: 1 })) await expectInert(await open(hostile));
  });

  inBrowser('is filtered by verdict and by level with the keyboard alone', async () => {
    await open(samples['non-conformant']);
    expect(await visible('tr[data-verdict]')).toBe(judged + beyond);
    await tab.locator('#verdict-all').focus();
    await tab.keyboard.press('ArrowRight');
    expect(await tab.locator('#verdict-fail').isChecked()).toBe(true);
    expect(await visible('tr[data-verdict]')).toBe(3);
    expect(await visible('.group')).toBe(2);
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('ArrowRight');
    expect(await tab.locator('#level-MUST').isChecked()).toBe(true);
    expect(await visible('tr[data-verdict]')).toBe(1);
    await tab.locator('#verdict-fail').focus();
    await tab.keyboard.press('ArrowRight');
    expect(await visible('tr[data-verdict]')).toBe(0);
    expect(await visible('.empty')).toBe(1);
  });

  inBrowser('leads from a count in its head to the rows behind it', async () => {
    await open(samples['non-conformant']);
    await tab.locator('.counts label').first().click();
    expect(await visible('tr[data-verdict]')).toBe(3);
    expect(await tab.getByRole('radio', { name: '✗ fail 3', exact: true }).isChecked()).toBe(true);
    const { y = 0 } = (await tab.locator('.filters').boundingBox()) ?? {};
    expect([y >= 0, y < 800], `at ${y}`).toEqual([true, true]);
  });

  inBrowser.each(['en', 'zh'] as const)('is first shown in %s, and in the other at a key', async (lang) => {
    await open(samples['non-conformant'], lang);
    const other = lang === 'en' ? 'zh' : 'en';
    expect([await visible(`.${lang}`), await visible(`.${other}`)]).toEqual([expect.any(Number), 0]);
    expect(await visible(`.${lang}`)).toBeGreaterThan(100);
    await tab.keyboard.press('Tab');
    await tab.keyboard.press(lang === 'en' ? 'ArrowRight' : 'ArrowLeft');
    expect([await visible(`.${other}`), await visible(`.${lang}`)]).toEqual([expect.any(Number), 0]);
    const heading = await tab.locator('h1').innerText();
    if (other === 'zh') expect(heading).toContain('不符合');
    else expect(heading).toContain('non-conformant');
  });

  inBrowser('unfolds the failure that a link leads to', async () => {
    await open(samples['non-conformant']);
    const folded = tab.locator('.failure').nth(2);
    expect(await folded.getAttribute('open')).toBeNull();
    await tab.locator('.failing a').nth(2).click();
    expect(await folded.getAttribute('open')).not.toBeNull();
  });

  inBrowser('is whole on paper: whatever is folded is open, and there is nothing to press', async () => {
    await open(samples['non-conformant']);
    expect(await visible('.failure .command')).toBe(1);
    await tab.emulateMedia({ media: 'print' });
    expect(await visible('.failure dl')).toBe(3);
    expect(await visible('.failure .command')).toBe(6);
    expect(await visible('.unjudged code')).toBe(await tab.locator('.unjudged code').count());
    for (const one of ['nav', '.filters', '.languages']) expect(await visible(one), one).toBe(0);
    const border = 'getComputedStyle(document.querySelector(".counts label")).borderTopWidth';
    expect(await tab.evaluate<string>(border)).toBe('0px');
    await tab.emulateMedia({ media: 'screen' });
  });

  inBrowser.each([1200, 390])('fits a screen of %i pixels', async (width) => {
    await tab.setViewportSize({ width, height: 800 });
    await open(samples['non-conformant']);
    expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await tab.setViewportSize({ width: 1200, height: 800 });
  });

  inBrowser('names each drawing for those who do not see it, in the language that is chosen', async () => {
    await open(samples['non-conformant'], 'zh');
    expect(await tab.getByRole('img', { name: '页面所述最大容量附近的取值' }).count()).toBe(1);
    expect(await tab.getByRole('img', { name: /Sizes around/ }).count()).toBe(0);
  });
});
