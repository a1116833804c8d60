import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { within } from '../../cli/bounded.ts';
import { deriveCommand } from '../../cli/derive.ts';
import { PageError } from '../../spec/read/errors.ts';

const io = { out: () => {}, err: () => {}, env: {}, stopped: async () => {} };

/** Each of them keeps the readers of Markdown or HTML busy for minutes. */
test.each(['**a*', '_a_*', 'a](', ']', '_@', '<nobr>'])(
  'a page of nothing but %s is given up, and its name told',
  (unit) => {
    const folder = mkdtempSync(join(tmpdir(), 'evs-derive-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const page = join(folder, 'page.md');
    writeFileSync(page, `${unit.repeat(16_000 / unit.length)}\n`.repeat(14));
    const derive = () => deriveCommand([page], {}, io, 50);
    expect(derive).toThrow(PageError);
    expect(derive).toThrow('page.md:1: the page was not read within 0.05 s; leave away what is not of its operation');
  },
);

test('what is done in time is answered, and what it throws is thrown', () => {
  const late = () => new Error('late');
  expect(within(60_000, () => [1], late)).toEqual([1]);
  const failure = new TypeError('its own');
  const failing = () => {
    throw failure;
  };
  expect(() => within(60_000, failing, late)).toThrow(failure);
  expect(() => within(1, () => /^(a+)+$/.test(`${'a'.repeat(60)}!`), late)).toThrow('late');
});
