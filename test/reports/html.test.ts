import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lang, languages } from '../../reports/html/languages.ts';
import { html } from '../../reports/html/markup.ts';
import { page } from '../../reports/html/page.ts';
import { colours } from '../../reports/html/style.ts';
import { shown } from '../../reports/text.ts';
import type { Result } from '../../verdicts/result.ts';
import { beyond, judged } from '../suites/register.ts';
import { harmless, hostileResult, unseemly } from './hostile.ts';
import { samples } from './sample.ts';
import { elements, htmlShape, readHtml, textOf } from './tree.ts';

const langs = Object.keys(languages) as Lang[];
const complaints = (result: Result) =>
  result.rows.flatMap(({ verdict }) => (verdict.kind === 'fail' ? [verdict.counterexample.complaint] : []));

describe('report.html', () => {
  test('has the elements and attributes of its template and no others, whatever a server sent', () => {
    fc.assert(
      fc.property(hostileResult, fc.constantFrom(...langs), (hostile, lang) => {
        expect(htmlShape(readHtml(page(hostile, lang)))).toBe(htmlShape(readHtml(page(harmless(hostile), lang))));
      }),
      { numRuns: 25 },
    );
  });

  test('shows hidden characters spelled out, says every complaint, and has a bound', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        const written = page(hostile, 'en');
        expect(written.replaceAll('\n', '')).not.toMatch(unseemly);
        expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThan(200_000);
        const text = textOf(readHtml(written));
        for (const complaint of complaints(hostile)) expect(text).toContain(shown(complaint));
      }),
      { numRuns: 50 },
    );
  });

  test('has neither script nor anything to fetch, and a policy that allows none', () => {
    const all = Object.values(samples).flatMap((result) => elements(readHtml(page(result, 'en'))));
    const tags = new Set(all.map(({ tagName }) => tagName));
    for (const tag of ['script', 'link', 'img', 'iframe', 'form', 'base', 'object', 'use', 'image', 'foreignObject'])
      expect(tags).not.toContain(tag);
    const attributes = all.flatMap(({ properties }) => Object.entries(properties));
    expect(attributes.filter(([name]) => /^on|^src|^style$|action/i.test(name))).toEqual([]);
    expect(attributes.filter(([name, value]) => name === 'href' && !String(value).startsWith('#'))).toEqual([]);
    const policy = all.find(({ properties }) => properties.httpEquiv !== undefined)?.properties;
    expect(String(policy?.content)).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
  });

  test.each(langs)(
    '%s: every row stands in a table and leads to the block of its failure, of which the first is open',
    (lang) => {
      const all = elements(readHtml(page(samples['non-conformant'], lang)));
      expect(all.filter(({ properties }) => properties.dataVerdict !== undefined)).toHaveLength(judged + beyond);
      const blocks = all.filter(
        ({ tagName, properties }) => tagName === 'details' && [properties.className].flat().includes('failure'),
      );
      expect(blocks.map(({ properties }) => properties.open ?? false)).toEqual([true, false, false]);
      const leads = all.flatMap(({ properties }) => (properties.href === undefined ? [] : [String(properties.href)]));
      const ids = all.flatMap(({ properties }) => (properties.id === undefined ? [] : [String(properties.id)]));
      expect(new Set(ids).size).toBe(ids.length);
      for (const lead of leads) expect(ids).toContain(lead.slice(1));
      // the id is inside: a browser unfolds what a link leads into
      for (const [id] of blocks.map((block) => elements(block).flatMap(({ properties }) => properties.id ?? [])))
        expect(leads.filter((one) => one === `#${id}`).length, String(id)).toBeGreaterThan(1);
      const labels = all.flatMap(({ properties }) =>
        properties.htmlFor === undefined ? [] : [properties.htmlFor].flat(),
      );
      expect(labels.length).toBeGreaterThan(0);
      for (const label of labels) expect(ids).toContain(label);
    },
  );

  test('is the same page in every language, but for what is chosen at first', () => {
    const bare = (lang: Lang) =>
      page(samples['non-conformant'], lang)
        .replace(/<html lang="[^"]+">/, '')
        .replace(/<title>.*<\/title>/, '')
        .replace(/^\.(en|zh) \{ display: none; \}$/m, '')
        .replace(`id="language-${lang}" checked>`, `id="language-${lang}">`);
    expect(bare('zh')).toBe(bare('en'));
  });

  test('says every text of its own in both languages, and what a server sent once', () => {
    const all = elements(readHtml(page(samples['non-conformant'], 'zh')));
    const texts = (lang: Lang) => all.filter(({ properties }) => [properties.className].flat().includes(lang));
    expect(texts('zh').length).toBeGreaterThan(100);
    expect(texts('zh')).toHaveLength(texts('en').length);
    const figures = texts('zh')
      .map(textOf)
      .find((text) => text.startsWith('不符合：'));
    // one does not apply, and one is open
    expect(figures?.split('，')[0]).toBe(`不符合：${judged - 1} 项要求中已判定 ${judged - 2} 项`);
    expect(all.filter((one) => one.tagName === 'pre' && textOf(one).startsWith('curl '))).toHaveLength(3);
  });

  test('says in each how many answers did not show again, and nothing where there was none', () => {
    const said = (serverErrors: number, refusals: number): string =>
      textOf(readHtml(page({ ...samples.conformant, passing: { serverErrors, refusals } }, 'zh')));
    expect(said(3, 12)).toContain('3 server errors did not show again, 12 refusals did not show again');
    expect(said(3, 12)).toContain('项不适用，3 次服务器错误重发后未再出现，12 次拒绝重发后未再出现');
    expect(said(0, 1)).toContain('项不适用，1 次拒绝重发后未再出现');
    expect(said(0, 0)).not.toMatch(/did not show again|重发后/);
  });

  test('draws sizes with a name and a summary, and has the same numbers in a table', () => {
    const { survey } = samples['non-conformant'];
    const all = elements(readHtml(page(samples['non-conformant'], 'en')));
    const drawings = all.filter(({ properties }) => properties.role === 'img');
    expect(drawings).toHaveLength(2);
    for (const { properties } of drawings) {
      const [label, about] = [properties.ariaLabelledBy, properties.ariaDescribedBy].flat();
      expect(all.filter(({ properties: { id } }) => id === label || id === about)).toHaveLength(2);
    }
    const tables = all.filter(({ tagName, properties }) => tagName === 'table' && properties.className !== undefined);
    const lines = tables.flatMap((table) => elements(table)).filter(({ tagName }) => tagName === 'tr');
    expect(lines.map(textOf).filter((text) => text.includes('not as expected'))).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(survey.sizes.length);
  });
});

describe('html', () => {
  test('escapes what is put in, spells hidden characters out, and leaves markup of its own alone', () => {
    const inner = html`<b>${'<&>'}</b>`;
    expect(html`<a title="${'"\u202e'}">${[inner, 1, '\n']}</a>`.text).toBe(
      '<a title="&#34;\\u202e"><b>&#60;&#38;&#62;</b>1\\u000a</a>',
    );
  });
});

describe('its colours', () => {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  test.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('%s: text has a contrast of 7, borders of 3', (_, shade) => {
    const { ground, raised, border, ...texts } = colours;
    for (const below of [ground[shade], raised[shade]]) {
      for (const [name, shades] of Object.entries(texts))
        expect(contrast(shades[shade], below), name).toBeGreaterThanOrEqual(7);
      expect(contrast(border[shade], below)).toBeGreaterThanOrEqual(3);
    }
  });
});
