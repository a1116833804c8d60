import { expect, test } from 'vitest';
import { annotations } from '../../reports/annotations.ts';
import { terminal } from '../../reports/console.ts';
import { curl } from '../../reports/finding.ts';
import { reports } from '../../reports/index.ts';
import { shortened } from '../../reports/text.ts';
import { counterexample, result, rows } from './sample.ts';

const digits = `1${'0'.repeat(9998)}7`;
const body = `{"os-extend":{"new_size":${digits}}}`;
const command = `curl -X POST --data-raw '${body}' 'https://evs.example.com/v2/p/cloudvolumes/v/action'`;
const long = {
  ...counterexample,
  complaint: `answered 200 to the body ${body}, expected a refusal`,
  case: { ...counterexample.case, body },
  request: { ...counterexample.request, body },
  curl: command,
};
const verdict = { kind: 'fail', runs: 1, evidence: 'observed', foundAfter: 1, counterexample: long } as const;
const failing = result({ rows: rows({ 'size.greater': verdict }) });

test('a text is shortened in its middle, and says by how much', () => {
  expect(shortened(digits, 500)).toBe('1000000000000000…(10000 digits)…00000007');
  expect(shortened(`a ${'['.repeat(100)} b`, 500)).toBe(`a ${'['.repeat(16)}…(76 more)…${'['.repeat(8)} b`);
  expect(shortened('ab'.repeat(500), 40)).toBe(`${'ab'.repeat(15)}…(960 more)…${'ab'.repeat(5)}`);
  expect(shortened('1'.repeat(64), 500)).toBe('1'.repeat(64));
  expect(shortened('😀'.repeat(500), 41)).not.toMatch(/\p{Cs}/u);
});

test('a command keeps both its ends, and says where the whole is', () => {
  expect(curl(command)).toMatch(
    /^curl .*1000000000000000…\(10000 digits\)…00000007.*action' {2}# shortened; whole in report\.json$/,
  );
});

test.each<[string, string, number]>([
  ['the terminal', terminal(failing, { colour: false, width: 100 }), 300],
  ['report.md, which is the summary of a step', reports.markdown.render(failing), 400],
  ['junit.xml', reports.junit.render(failing), 400],
  ['an annotation', annotations(failing, () => true)[0] ?? '', 200],
])('%s has no line of thousands of digits', (_, text, longest) => {
  expect(text).toContain('…(10000 digits)…');
  if (!text.startsWith('::')) expect(text).toContain('shortened; whole in report.json');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(longest);
});

test('report.json has the whole, and report.html the whole command to mark by one click', () => {
  const { requirements } = JSON.parse(reports.json.render(failing));
  const row = requirements.find(({ id }: { readonly id: string }) => id === 'size.greater');
  expect(row.counterexample).toMatchObject({ request: { body }, case: { body }, curl: command });
  const page = reports.html.render(failing);
  expect(page.split(digits)).toHaveLength(2);
  expect(page).toContain('…(10000 digits)…');
});
