import { expect, test } from 'vitest';
import { page } from '../../reports/html/page.ts';
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
      `conformant: 43 of 43 evaluated, 43 pass, 4 not evaluable, ${budget}`,
      `符合：43 项要求中已判定 43 项，通过 43 项，另有 4 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 0, 0, 4, 43],
    sections: ['Not judged (4)没有结论（4）', picture],
    has: [],
  },
  incomplete: {
    title: '? incomplete · Conformance report',
    headline: [
      'inconclusive',
      `incomplete: 0 of 43 evaluated, 0 pass, 43 inconclusive, 4 not evaluable, ${budget}`,
      `不完整：43 项要求中已判定 0 项，通过 0 项，无法判定 43 项，另有 4 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 0, 43, 4, 0],
    // nothing was accepted or refused: there is no picture of it
    sections: ['Not judged (47)没有结论（47）'],
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
      `incomplete (interrupted): 42 of 43 evaluated, 42 pass, 1 inconclusive, 4 not evaluable, ${budget}`,
      `不完整（已中断）：43 项要求中已判定 42 项，通过 42 项，无法判定 1 项，另有 4 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 0, 1, 4, 42],
    sections: ['Not judged (5)没有结论（5）', picture],
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
      `broken: 42 of 43 evaluated, 42 pass, 1 broken (body.malformed, SHOULD), 4 not evaluable, ${budget}`,
      `测试故障：43 项要求中已判定 42 项，通过 42 项，测试故障 1 项，另有 4 项不可评估，${chineseBudget}`,
    ],
    counts: [0, 1, 0, 4, 42],
    sections: ['Not judged (5)没有结论（5）', picture],
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
  const facts = ['Run本次运行', 'Ledger台账', 'Requirements (47)全部要求（47）'];
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
