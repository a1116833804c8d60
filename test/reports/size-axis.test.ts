import { expect, test } from 'vitest';
import { sizeAxis } from '../../reports/html/size-axis.ts';
import type { SizePoint } from '../../verdicts/acceptance-map.ts';

const point = (offset: string, expected: SizePoint['expected']): SizePoint => ({
  landmark: 'maximum',
  offset,
  expected,
  accepted: expected === 'accept' ? 1 : 0,
  refused: expected === 'accept' ? 0 : 1,
});

const tick = /<text class="(?:whole|fraction)" x="([\d.]+)" y="\d+">([^<]+)/g;

const labels = (points: readonly SizePoint[]) =>
  [...sizeAxis(points, 'l', 'a').text.matchAll(tick)].map(([, x, text]) => ({ x: Number(x), text }));

test('two columns of one size have one label, in the middle below both', () => {
  const [first, second, ...others] = labels([point('+1', 'refuse'), point('≥+3', 'open'), point('≥+3', 'refuse')]);
  expect([first?.text, second?.text, others]).toEqual(['+1', '≥+3', []]);
  expect((second?.x ?? 0) - (first?.x ?? 0)).toBe(38 * 1.5);
});

test('columns of different sizes have a label each', () => {
  const found = labels([point('0', 'accept'), point('+0.5', 'open'), point('+1', 'refuse')]);
  expect(found.map(({ text }) => text)).toEqual(['0', '+0.5', '+1']);
});
