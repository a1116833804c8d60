import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaignJson } from '../../../reports/campaign/json.ts';
import { campaignPage } from '../../../reports/campaign/page.ts';
import { type Lang, languages } from '../../../reports/html/languages.ts';
import schema from '../../../schemas/index.schema.json' with { type: 'json' };
import {
  type CampaignEntry,
  type CampaignIndex,
  campaignHeadline,
  classifyCampaign,
  exitOfCampaign,
} from '../../../verdicts/campaign.ts';
import type { Class } from '../../../verdicts/result.ts';
import { unseemly } from '../hostile.ts';
import { elements, htmlShape, readHtml, textOf } from '../tree.ts';

const langs = Object.keys(languages) as Lang[];

function indexOver(entries: readonly CampaignEntry[], shard: CampaignIndex['shard'] = null): CampaignIndex {
  return {
    suite: { name: 'evs-conformance', version: '0.1.0' },
    matrixFile: { sha256: 'a'.repeat(64) },
    seed: 7,
    shard,
    verdict: classifyCampaign(entries),
    exit: exitOfCampaign(entries),
    headline: campaignHeadline({ matrixFile: { sha256: '' }, shard, entries }),
    entries,
  };
}

function reported(name: string, verdict: Class, exit: number, url = 'https://evs.example.com'): CampaignEntry {
  const isFailing = verdict === 'non-conformant';
  const summary = { pass: 41, fail: isFailing ? 1 : 0, inconclusive: 1, 'not-applicable': 4, broken: 0 };
  const report = {
    verdict,
    headline: `${verdict}: of which the index says nothing`,
    contract: { id: 'extend-volume', sha256: 'b'.repeat(64) },
    target: { url, project: 'p', reference: false },
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 12_345,
    summary,
    failing: isFailing ? ['size.over-maximum'] : [],
  };
  return { name, config: null, seed: 1, outcome: 'reported', exit, reason: null, report };
}

const entriesWith = (text: string): readonly CampaignEntry[] => [
  reported('good', 'conformant', 0, text),
  reported('bad', 'non-conformant', 1, text),
  reported('known', 'non-conformant', 0),
  { name: 'gone', config: null, seed: 1, outcome: 'could-not-run', exit: 3, reason: text || 'x', report: null },
  { name: 'late', config: null, seed: 1, outcome: 'not-run', exit: null, reason: text || 'x', report: null },
];
const sample = indexOver(entriesWith('https://evs.example.com'));

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '</td><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\u202egnp.exe',
    '\ud800',
    'x'.repeat(100_000),
  ),
);

test('index.html has the elements of its template and no others, whatever a target is called or a reason says', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...langs), (text, lang) => {
      const written = campaignPage(indexOver(entriesWith(text)), lang);
      expect(htmlShape(readHtml(written))).toBe(htmlShape(readHtml(campaignPage(indexOver(entriesWith('x')), lang))));
      expect(written.replaceAll('\n', '')).not.toMatch(unseemly);
      expect(written.length).toBeLessThan(100_000);
    }),
    { numRuns: 50 },
  );
});

test.each(langs)('index.html leads to every report, and says of every other entry why there is none: %s', (lang) => {
  const page = readHtml(campaignPage(sample, lang));
  const all = elements(page);
  const leads = all.flatMap(({ properties }) => (properties.href === undefined ? [] : [properties.href]));
  expect(leads).toEqual([
    'good/report.html',
    'bad/report.html',
    'bad/report.html#fail-size.over-maximum',
    'known/report.html',
    'known/report.html#fail-size.over-maximum',
  ]);
  const rows = all
    .filter(({ tagName }) => tagName === 'tr')
    .slice(1)
    .map(textOf);
  expect(rows).toHaveLength(5);
  expect(rows[1]).toMatch(/size\.over-maximum/);
  expect(rows[1]).toMatch(new RegExp(`${languages[lang].verdict.pass} 41`));
  expect(rows[2]).toMatch(/exit code 0|退出码 0/);
  expect(rows[3]).toContain('https://evs.example.com');
});

test('index.html says why an entry with a report has no verdict', () => {
  const broken = reported('wrong', 'broken', 3);
  if (broken.report === null) throw new Error('it has a report');
  const reason = 'operation.route: could not run: no volume was available';
  const headline = `broken: 0 of 46 evaluated, 0 pass, 46 broken (a; b; and 44 more), budget --runs 20 --max-gb 9; ${reason}`;
  const told = { ...broken, report: { ...broken.report, headline } };
  const rowIn = (lang: Lang) => {
    const all = elements(readHtml(campaignPage(indexOver([told]), lang)));
    return all
      .filter(({ tagName }) => tagName === 'tr')
      .map(textOf)
      .join('');
  };
  expect(rowIn('en')).toContain(reason);
  expect(rowIn('zh')).toContain('operation.route: 无法运行：没有可用的云硬盘');
});

test('index.html has neither script nor anything to fetch, and a policy that allows none', () => {
  const all = elements(readHtml(campaignPage(sample, 'en')));
  const tags = new Set(all.map(({ tagName }) => tagName));
  for (const tag of ['script', 'link', 'img', 'iframe', 'form', 'base', 'object', 'svg'])
    expect(tags).not.toContain(tag);
  const attributes = all.flatMap(({ properties }) => Object.keys(properties));
  expect(attributes.filter((name) => /^on|^src|^style$|action/i.test(name))).toEqual([]);
  const policy = all.find(({ properties }) => properties.httpEquiv !== undefined)?.properties;
  expect(String(policy?.content)).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
});

test('a shard says so on top, in both languages, and never looks like the whole', () => {
  const entries: readonly CampaignEntry[] = [
    reported('good', 'conformant', 0),
    { name: 'other', config: null, seed: 1, outcome: 'elsewhere', exit: null, reason: 'in shard 2/2', report: null },
  ];
  const shard = indexOver(entries, { index: 1, of: 2 });
  expect(shard).toMatchObject({ verdict: 'incomplete', exit: 0 });
  const heads = langs.map((lang) => {
    const all = elements(readHtml(campaignPage(shard, lang)));
    return all
      .filter(({ tagName, properties }) => tagName === 'h1' || String(properties.className) === 'why')
      .map(textOf);
  });
  expect(heads).toEqual([
    ['? incomplete (Shard 1/2)', 'incomplete (shard 1/2): 2 entries, 1 conformant, 1 in other shards'],
    ['? 不完整 (分片 1/2)', '不完整（分片 1/2）：共 2 项，符合 1 项，未运行：属于其他分片 1 项'],
  ]);
  expect(textOf(readHtml(campaignPage(shard, 'zh')))).toContain('在分片 2/2 中');
});

test('index.json has the shape of its schema, and holds no hidden characters', () => {
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
  const all = [sample, indexOver(entriesWith('\u202e'), { index: 1, of: 2 })];
  for (const index of all) {
    const text = campaignJson(index);
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    expect(text.replaceAll('\n', '')).not.toMatch(unseemly);
    expect(JSON.parse(text)).toEqual(index);
  }
});
