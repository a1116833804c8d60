import { expect, test } from 'vitest';
import { page } from '../../reports/html/page.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { beyond, judged } from '../suites/register.ts';
import { counterexample, failed, open, passed, result, rows, samples } from './sample.ts';
import { elements, readHtml, textOf } from './tree.ts';

/** The golden page is that of a run with failures: here stands what the pages of other runs have otherwise. */
interface Otherwise {
  readonly title: string;
  /** Class, and the headline in both languages. */
  readonly headline: readonly [string, string, string];
  /** The counts of fail, broken, inconclusive, not applicable and pass. */
  readonly counts: readonly [number, number, number, number, number];
  /** Before the facts of the run, which every page has. */
  readonly sections: readonly string[];
  /** What stands below the requirements: where nothing was left open, that which does not apply. */
  readonly below?: string;
  /** Why there is no verdict, in both languages. */
  readonly banner: readonly string[];
  /** Markup that stands in it; rows of the table aside, in no other sample. */
  readonly has: readonly string[];
}

const picture = 'Where it accepted and refused接受与拒绝的分布';
const budget = 'budget --runs 20 --extensions 12';
const chineseBudget = '预算 --runs 20 --extensions 12';

const pages: Readonly<Record<Exclude<keyof typeof samples, 'non-conformant'>, Otherwise>> = {
  conformant: {
    title: '✓ conformant · Conformance report',
    headline: [
      'pass',
      `conformant: ${judged} of ${judged} evaluated, ${judged} pass, ${beyond} not applicable, ${budget}`,
      `符合：${judged} 项要求中已判定 ${judged} 项，通过 ${judged} 项，另有 ${beyond} 项不适用，${chineseBudget}`,
    ],
    counts: [0, 0, 0, beyond, judged],
    sections: [picture],
    below: `Not judged (${beyond})没有结论（${beyond}）`,
    banner: [],
    has: [],
  },
  incomplete: {
    title: '? incomplete · Conformance report',
    headline: [
      'inconclusive',
      `incomplete: 0 of ${judged} evaluated, 0 pass, ${judged} inconclusive, ${beyond} not applicable, ${budget}`,
      `不完整：${judged} 项要求中已判定 0 项，通过 0 项，无法判定 ${judged} 项，另有 ${beyond} 项不适用，${chineseBudget}`,
    ],
    banner: ['operation.route no volume was available没有可用的云硬盘'],
    counts: [0, 0, judged, beyond, 0],
    // nothing was accepted or refused: there is no picture of it
    sections: [`Not judged (${judged + beyond})没有结论（${judged + beyond}）`],
    has: [
      '<td><bdi><span class="en" lang="en">no volume was available</span><span class="zh" lang="zh-CN">没有可用的云硬盘</span></bdi></td>\n<td><code>operation.route</code> </td>',
      `<td><bdi><span class="en" lang="en">blocked by operation.route</span><span class="zh" lang="zh-CN">受阻于 operation.route</span></bdi></td>\n<td><details><summary><span class="en" lang="en">${judged - 1} requirements</span><span class="zh" lang="zh-CN">${judged - 1} 项要求</span></summary><code>size.greater</code> <code>size.not-greater</code> <code>size.maximum (SHOULD)</code>`,
      '<dd><code>1187898050</code> <span class="en" lang="en">by the challenge</span><span class="zh" lang="zh-CN">由质询得出：</span> <code>certifier 2026-07, &#34;a&#34; &#38; &#60;b&#62;</code></dd>',
      '<tr data-verdict="inconclusive" data-level="MUST">',
    ],
  },
  interrupted: {
    title: '? incomplete · Conformance report',
    headline: [
      'inconclusive',
      `incomplete (interrupted): ${judged - 1} of ${judged} evaluated, ${judged - 1} pass, 1 inconclusive, ${beyond} not applicable, ${budget}`,
      `不完整（已中断）：${judged} 项要求中已判定 ${judged - 1} 项，通过 ${judged - 1} 项，无法判定 1 项，另有 ${beyond} 项不适用，${chineseBudget}`,
    ],
    banner: ['interrupted: the rest was not run已中断：其余部分没有运行'],
    counts: [0, 0, 1, beyond, judged - 1],
    sections: [`Not judged (${beyond + 1})没有结论（${beyond + 1}）`, picture],
    has: [
      '<td><bdi><span class="en" lang="en">interrupted</span><span class="zh" lang="zh-CN">已中断</span></bdi></td>\n<td><code>auth.project (advisory)</code> </td>',
      '<dd class="inconclusive">? <span class="en" lang="en">interrupted: the rest was not run</span><span class="zh" lang="zh-CN">已中断：其余部分没有运行</span></dd>',
      '<tr data-verdict="inconclusive" data-level="advisory">',
    ],
  },
  broken: {
    title: '! broken · Conformance report',
    headline: [
      'broken',
      `broken: ${judged - 1} of ${judged} evaluated, ${judged - 1} pass, 1 broken (body.malformed, SHOULD), ${beyond} not applicable, ${budget}`,
      `测试故障：${judged} 项要求中已判定 ${judged - 1} 项，通过 ${judged - 1} 项，测试故障 1 项，另有 ${beyond} 项不适用，${chineseBudget}`,
    ],
    banner: ['body.malformed the judge threw: TypeError: x is undefined判定程序出错：TypeError: x is undefined'],
    counts: [0, 1, 0, beyond, judged - 1],
    sections: [`Not judged (${beyond + 1})没有结论（${beyond + 1}）`, picture],
    has: [
      '<td><bdi><span class="en" lang="en">the judge threw: TypeError: x is undefined</span><span class="zh" lang="zh-CN">判定程序出错：TypeError: x is undefined</span></bdi></td>\n<td><code>body.malformed (SHOULD)</code> </td>',
      '<p class="inconclusive">? <span class="en" lang="en">not understood on the page: 2 sentences</span><span class="zh" lang="zh-CN">页面上有 2 句话未能理解</span></p>',
      '<tr data-verdict="broken" data-level="SHOULD">',
    ],
  },
};

/** These of the fragments: a failed test shows them, and not the whole page. */
const isOn =
  (written: string) =>
  (fragment: string): boolean =>
    written.includes(fragment);

test.each(Object.entries(pages))('%s: the page says what this run came to', (name, otherwise) => {
  const written = page(samples[name as keyof typeof pages], 'en');
  const all = elements(readHtml(written));
  const textsOf = (tag: string): readonly string[] => all.filter(({ tagName }) => tagName === tag).map(textOf);
  const [kind, english, chinese] = otherwise.headline;
  expect(textsOf('title')).toEqual([otherwise.title]);
  expect(written.match(/^<h1 .*?<\/span>/m)?.[0]).toBe(
    `<h1 class="${kind}"><span class="mark">${otherwise.title[0]}</span>`,
  );
  expect(textsOf('h1')).toEqual([`${otherwise.title[0]} ${english.split(/[ :]/)[0]}${chinese.split(/[（：]/)[0]}`]);
  const classed = (name: string) =>
    all.filter(({ properties }) => [properties.className].flat().includes(name)).map(textOf);
  expect(classed('figures')).toEqual([`${english}${chinese}`]);
  expect(classed('banner')).toEqual(otherwise.banner);
  expect(textsOf('ul')[0]?.match(/\d+/g)?.map(Number)).toEqual(otherwise.counts);
  const facts = [
    `Requirements (${judged + beyond})全部要求（${judged + beyond}）`,
    ...(otherwise.below === undefined ? [] : [otherwise.below]),
    'Run本次运行',
    'Requests and volumes请求与云硬盘',
  ];
  expect(textsOf('h2')).toEqual([...otherwise.sections, ...facts]);
  expect(otherwise.has.filter(isOn(written))).toEqual(otherwise.has);
});

test('what is said of one run stands on no page of a run that it is not true of', () => {
  for (const [name, { has }] of Object.entries(pages)) {
    const others = Object.entries(samples).filter(([other]) => other !== name);
    const only = has.filter((fragment) => !fragment.startsWith('<tr'));
    for (const [other, result] of others) expect(only.filter(isOn(page(result, 'en'))), other).toEqual([]);
  }
});

test('a run of a part says that it certifies nothing, and one that fails how much could not be judged', () => {
  const other: Verdict = { kind: 'inconclusive', runs: 0, reason: 'not selected' };
  const part = page(result({ partial: true, rows: rows({ 'size.greater': passed }, other) }), 'en');
  const banner = /class="banner [\s\S]*--only: 1 selected, passed[\s\S]* · [\s\S]*it certifies nothing/;
  expect(banner.test(part), `the page matches ${banner}`).toBe(true);
  const failing = page(result({ rows: rows({ 'size.greater': failed, 'size.maximum': open }) }), 'en');
  const lead = '<a href="#unjudged"><span class="en" lang="en">1 could not be judged</span>';
  expect([lead].filter(isOn(failing))).toEqual([lead]);
});

test('failures with the same answer stand under it, in both languages', () => {
  const crash = { ...counterexample, response: { status: 500, headers: {}, body: '{"error":"<b>"}' } };
  const verdict: Verdict = { kind: 'fail', runs: 1, evidence: 'response', foundAfter: 1, counterexample: crash };
  const all = elements(
    readHtml(page(result({ rows: rows({ 'size.greater': verdict, 'body.malformed': verdict }) }), 'zh')),
  );
  const [group] = all.filter(({ properties }) => String(properties.className) === 'alike');
  expect(group === undefined ? '' : textOf(group).split('\n')[1]).toBe(
    '2 failures with the same answer, perhaps by the same mistake:2 项未通过，响应相同，可能出自同一个错误： 500 {"error":"<b>"}',
  );
});
