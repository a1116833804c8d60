import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../reports/html/markup.ts';
import { page } from '../../reports/html/page.ts';
import { colours } from '../../reports/html/style.ts';
import { type Lang, languages } from '../../reports/html/words.ts';
import { shown } from '../../reports/text.ts';
import type { Result } from '../../verdicts/result.ts';
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
      { numRuns: 50 },
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
    for (const tag of ['script', 'link', 'img', 'iframe', 'form', 'base', 'object', 'svg'])
      expect(tags).not.toContain(tag);
    const attributes = all.flatMap(({ properties }) => Object.entries(properties));
    expect(attributes.filter(([name]) => /^on|^src|^style$|action/i.test(name))).toEqual([]);
    expect(attributes.filter(([name, value]) => name === 'href' && !String(value).startsWith('#fail-'))).toEqual([]);
    const policy = all.find(({ properties }) => properties.httpEquiv !== undefined)?.properties;
    expect(String(policy?.content)).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
  });

  test.each(langs)('%s: every row stands in a table, every failure has an open block that the row leads to', (lang) => {
    const all = elements(readHtml(page(samples['non-conformant'], lang)));
    expect(all.filter(({ properties }) => properties.dataVerdict !== undefined)).toHaveLength(46);
    const blocks = all.filter(({ tagName }) => tagName === 'details');
    expect(blocks.map(({ properties }) => properties.open)).toEqual([true, true, true]);
    const leads = all.flatMap(({ properties }) => (properties.href === undefined ? [] : [String(properties.href)]));
    expect(leads.toSorted()).toEqual(blocks.map(({ properties }) => `#${properties.id}`).toSorted());
    const ids = all.flatMap(({ properties }) => (properties.id === undefined ? [] : [String(properties.id)]));
    expect(new Set(ids).size).toBe(ids.length);
    const labels = all.flatMap(({ properties }) =>
      properties.htmlFor === undefined ? [] : [properties.htmlFor].flat(),
    );
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(ids).toContain(label);
  });

  test('says the same in both languages', () => {
    const bare = (lang: Lang) =>
      htmlShape(readHtml(page(samples['non-conformant'], lang))).replace('"lang":"zh-CN"', '"lang":"en"');
    expect(bare('zh')).toBe(bare('en'));
    expect(textOf(readHtml(page(samples.interrupted, 'zh')))).toContain('不完整（已中断）：42 项要求中已判定 41 项');
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
