import { expect, test } from 'vitest';
import { reports } from '../../reports/index.ts';
import { linkOf } from '../../reports/text.ts';
import { counterexample, result, rows } from './sample.ts';
import { validateReport } from './schema.ts';

const verdict = { kind: 'fail', runs: 1, evidence: 'observed', foundAfter: 1, counterexample } as const;

function failing(url: string) {
  const all = rows({ 'size.over-maximum': verdict });
  return result({ rows: all.map((row) => ({ ...row, clauses: row.clauses.map((clause) => ({ ...clause, url })) })) });
}

test('a clause links to the page where people read it, in report.md and report.html', () => {
  const url = 'https://docs.example.com/extend.html?a=b#p1';
  const of = failing(url);
  expect(reports.markdown.render(of)).toMatch(
    / \[`size\.range, line \d+, #p\d+`\]\(<https:\/\/docs\.example\.com\/extend\.html\?a=b#p1>\) /,
  );
  const page = reports.html.render(of);
  expect(page).toContain('<a href="https://docs.example.com/extend.html?a&#61;b#p1" rel="noreferrer"><span class="en"');
  const report = JSON.parse(reports.json.render(of));
  expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
  expect(report.requirements[0].clauses[0].url).toBe(url);
});

test.each([
  'javascript:alert(1)',
  'http://docs.example.com/',
  'https://',
  ' https://a.example/',
  'https://a.example/ b',
  '',
])('%j is no link', (url) => {
  expect(linkOf({ url })).toBeUndefined();
  expect(reports.html.render(failing(url))).not.toContain('rel="noreferrer"');
  expect(reports.markdown.render(failing(url))).not.toContain('](<');
});

test('what would end a link is spelled out', () => {
  const url = `https://a.example/>)|"'\`]\\<script>`;
  expect(linkOf({ url })).toBe('https://a.example/%3E%29%7C%22%27%60%5D%5C%3Cscript%3E');
});
