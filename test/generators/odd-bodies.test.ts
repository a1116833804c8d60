import { describe, expect, test } from 'vitest';
import { askedBy, bodyText } from '../../generators/case.ts';
import { lenientText, oddBodies } from '../../generators/odd-bodies.ts';
import { openOracle } from '../../generators/oracle.ts';
import { meaningOf, quantity, render } from '../../generators/quantity.ts';
import { extensionOf } from '../../spec/extension.ts';
import { bodyBytes } from '../../wire/bytes.ts';
import { committed } from '../suites/bench.ts';

const { contract } = committed;
const names = extensionOf(contract);
const scale = { current: 110, maximum: 32_768, ceiling: 32_767 };
const size = quantity('current', 10);
const texts = oddBodies(names).map((body) => bodyText(body, askedBy({ body, size }, scale)));
const volume = { size: 110, status: 'available', multiattach: false };
const expects = (body: string) =>
  openOracle(contract)({ path: { project_id: 'p', volume_id: 'v' }, body, volume, servers: [] }).kind;

describe('odd bodies', () => {
  test('are all different, and name their size but where there is none', () => {
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => !text.includes(':120'))).toHaveLength(1);
  });

  test('have what generic tools send in them', () => {
    const bytes = texts.map(bodyBytes);
    const has = (wanted: string | Buffer): boolean => bytes.some((one) => one.includes(wanted));
    for (const wanted of ['\\u0000', '\0', '\\ud800', '😀', '中文', '# extend', '['.repeat(1_000)])
      expect(has(wanted)).toBe(true);
    expect(has(Buffer.of(0xff, 0xfe, 0xc3))).toBe(true);
    // nothing is longer than any server takes
    expect(Math.max(...bytes.map(({ length }) => length))).toBeLessThan(4_096);
  });

  test('bytes that are no UTF-8 are no JSON, whatever they stand in', () => {
    const raw = texts.filter((text) => text.includes('\udcff'));
    expect(raw.length).toBeGreaterThan(1);
    expect(new Set(raw.map(expects))).toEqual(new Set(['unreadable']));
    expect(expects('{"os-extend":{"new_size":120},"a":"\\ud800"}')).toBe('open');
  });
});

test('text that a lenient reader takes for a number means that number', () => {
  const [plain = ''] = lenientText(names);
  const spelled = (form: 'grouped' | 'wide') => render(quantity('current', 10, { form }), scale);
  expect([spelled('grouped'), spelled('wide')]).toEqual(['12_0', '１２０']);
  expect([spelled('grouped'), spelled('wide'), '120.9', '1e400'].map(meaningOf)).toEqual([120, 120, 120, Infinity]);
  expect(bodyText(plain, spelled('wide'))).toBe('{"os-extend":{"new_size":"１２０"}}');
  expect(
    lenientText(names)
      .map((body) => bodyText(body, '120'))
      .slice(1),
  ).toEqual(['{"os-extend":{"new_size":"+120"}}', '{"os-extend":{"new_size":" 120 "}}']);
});
