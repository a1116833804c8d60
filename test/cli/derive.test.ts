import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { within } from '../../cli/bounded.ts';
import { deriveCommand } from '../../cli/derive.ts';
import { findContract } from '../../spec/load.ts';
import { originsOf } from '../../spec/origins.ts';
import { PageError } from '../../spec/read/errors.ts';
import { english } from '../spec/derive/page-texts.ts';

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
    expect(derive).toThrow('page.md:1: the page was not read within 0.05 s; remove the parts outside its operation');
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

describe('--url', () => {
  const open = () => {
    const folder = mkdtempSync(join(tmpdir(), 'evs-derive-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const page = join(folder, 'page.md');
    writeFileSync(page, english);
    return { folder, page, output: join(folder, 'own.json') };
  };

  test('stands beside the contract, and each clause links to its place on the page', () => {
    const { page, output } = open();
    const url = 'https://docs.example.com/extend.html';
    expect(deriveCommand([page], { output, url }, io)).toBe(0);
    const { contract, provenance } = findContract(output);
    expect(JSON.stringify(contract)).not.toContain(url);
    expect(provenance?.page.url).toBe(url);
    const [range] = originsOf(['size.range'], provenance);
    expect(range?.url).toMatch(/^https:\/\/docs\.example\.com\/extend\.html#\w+$/);
    expect(originsOf(['no.such'], provenance)[0]).not.toHaveProperty('url');
    expect(deriveCommand([page], { check: output, url }, io)).toBe(0);
  });

  test.each([
    ['http://docs.example.com/', /has to begin with https:\/\//],
    ['docs.example.com', /has to begin with https:\/\//],
    ['https://a:b@docs.example.com/', /contains credentials/],
    ['https://docs.example.com/#a', /ends in a fragment/],
    [`https://docs.example.com/${'a'.repeat(500)}`, /more than 500 characters/],
  ])('%s is refused', (url, message) => {
    const { page, output } = open();
    expect(() => deriveCommand([page], { output, url }, io)).toThrow(message);
  });

  test('is of one page, and needs a file', () => {
    const { folder, page, output } = open();
    const url = 'https://docs.example.com/';
    expect(() => deriveCommand([folder], { output, url }, io)).toThrow(/--url is for one page/);
    expect(() => deriveCommand([page], { url }, io)).toThrow(/--output/);
  });
});
