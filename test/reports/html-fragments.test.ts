import { expect, test } from 'vitest';
import { page } from '../../reports/html/page.ts';
import { beyond, judged } from '../suites/register.ts';
import { samples } from './sample.ts';
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
      `conformant: ${judged} of ${judged} evaluated, ${judged} pass, ${beyond} not evaluable, ${budget}`,
      `符合：${judged} 项要求中已判定 ${judged} 项，通过 ${judged} 项，另有 ${beyond} 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 0, 0, beyond, judged],
    sections: [`Not judged (${beyond})没有结论（${beyond}）`, picture],
    has: [],
  },
  incomplete: {
    title: '? incomplete · Conformance report',
    headline: [
      'inconclusive',
      `incomplete: 0 of ${judged} evaluated, 0 pass, ${judged} inconclusive, ${beyond} not evaluable, ${budget}`,
      `不完整：${judged} 项要求中已判定 0 项，通过 0 项，无法判定 ${judged} 项，另有 ${beyond} 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 0, judged, beyond, 0],
    // nothing was accepted or refused: there is no picture of it
    sections: [`Not judged (${judged + beyond})没有结论（${judged + beyond}）`],
    has: [
      '<td><bdi lang="en">no volume was to be had</bdi></td>\n<td><code>operation.route</code> </td>',
      '<td><bdi lang="en">blocked by operation.route</bdi></td>\n<td><code>size.greater</code> <code>size.not-greater</code> <code>size.maximum (SHOULD)</code>',
      '<dd><code>1187898050</code> <span class="en" lang="en">by the challenge</span><span class="zh" lang="zh-CN">由质询得出：</span> <code>certifier 2026-07, &#34;a&#34; &#38; &#60;b&#62;</code></dd>',
      '<tr data-verdict="inconclusive" data-level="MUST">',
    ],
  },
  interrupted: {
    title: '? incomplete · Conformance report',
    headline: [
      'inconclusive',
      `incomplete (interrupted): ${judged - 1} of ${judged} evaluated, ${judged - 1} pass, 1 inconclusive, ${beyond} not evaluable, ${budget}`,
      `不完整（已中断）：${judged} 项要求中已判定 ${judged - 1} 项，通过 ${judged - 1} 项，无法判定 1 项，另有 ${beyond} 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 0, 1, beyond, judged - 1],
    sections: [`Not judged (${beyond + 1})没有结论（${beyond + 1}）`, picture],
    has: [
      '<td><bdi lang="en">interrupted</bdi></td>\n<td><code>auth.project (advisory)</code> </td>',
      '<dd class="inconclusive">? <span class="en" lang="en">interrupted: the rest was not run</span><span class="zh" lang="zh-CN">已中断：其余部分没有运行</span></dd>',
      '<tr data-verdict="inconclusive" data-level="advisory">',
    ],
  },
  broken: {
    title: '! broken · Conformance report',
    headline: [
      'broken',
      `broken: ${judged - 1} of ${judged} evaluated, ${judged - 1} pass, 1 broken (body.malformed, SHOULD), ${beyond} not evaluable, ${budget}`,
      `测试故障：${judged} 项要求中已判定 ${judged - 1} 项，通过 ${judged - 1} 项，测试故障 1 项，另有 ${beyond} 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 1, 0, beyond, judged - 1],
    sections: [`Not judged (${beyond + 1})没有结论（${beyond + 1}）`, picture],
    has: [
      '<td><bdi lang="en">the judge threw: TypeError: x is undefined</bdi></td>\n<td><code>body.malformed (SHOULD)</code> </td>',
      '<p class="inconclusive">? <span class="en" lang="en">not understood on the page: 2 sentences</span><span class="zh" lang="zh-CN">页面上有 2 句话未能理解</span></p>',
      '<tr data-verdict="broken" data-level="SHOULD">',
    ],
  },
};

test.each(Object.entries(pages))('%s: the page says what this run came to', (name, otherwise) => {
  const written = page(samples[name as keyof typeof pages], 'en');
  const all = elements(readHtml(written));
  const textsOf = (tag: string): readonly string[] => all.filter(({ tagName }) => tagName === tag).map(textOf);
  const [kind, english, chinese] = otherwise.headline;
  expect(textsOf('title')).toEqual([otherwise.title]);
  expect(written).toMatch(
    new RegExp(`^<h1 class="${kind}"><span class="mark">${otherwise.title[0]?.replace('?', '\\?')}<`, 'm'),
  );
  expect(textsOf('h1')).toEqual([`${otherwise.title[0]} ${english}${chinese}`]);
  expect(textsOf('ul')[0]?.match(/\d+/g)?.map(Number)).toEqual(otherwise.counts);
  const facts = ['Run本次运行', 'Ledger台账', `Requirements (${judged + beyond})全部要求（${judged + beyond}）`];
  expect(textsOf('h2')).toEqual([...otherwise.sections, ...facts]);
  for (const fragment of otherwise.has) expect(written).toContain(fragment);
});

test('what is said of one run stands on no page of a run that it is not true of', () => {
  for (const [name, { has }] of Object.entries(pages)) {
    const others = Object.entries(samples).filter(([other]) => other !== name);
    const only = has.filter((fragment) => !fragment.startsWith('<tr'));
    for (const [other, result] of others)
      for (const fragment of only) expect(page(result, 'en'), other).not.toContain(fragment);
  }
});
