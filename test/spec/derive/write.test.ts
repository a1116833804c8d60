import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { checkDerivation, writeDerivation } from '../../../spec/derive/write.ts';
import { edit, english } from './page-texts.ts';

const derivation = derive({ name: 'page.md', text: english });
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'derive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a derivation', () => {
  it('is written with its provenance beside it, and nothing else', () => {
    const file = join(folder, 'mine.json');
    writeFileSync(file, 'old');
    writeDerivation(derivation, file);
    expect(readdirSync(folder).sort()).toEqual(['mine.json', 'mine.provenance.en.json']);
    expect(readFileSync(file, 'utf8')).toBe(derivation.text);
    expect(checkDerivation(derivation, file)).toBeUndefined();
  });

  it('leaves everything as it was when it cannot be written', () => {
    expect(() => writeDerivation(derivation, join(folder, 'no', 'x.json'))).toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is compared by the first line that differs', () => {
    const file = join(folder, 'mine.json');
    writeDerivation(derivation, file);
    const other = derive({ name: 'page.md', text: edit(english, '32768', '1000') });
    expect(checkDerivation(other, file)).toMatch(
      /mine\.json:\d+: has "\\"maximum\\": 32768", derived "\\"maximum\\": 1000"/,
    );
    writeFileSync(file, derivation.text.slice(0, -2));
    expect(checkDerivation(derivation, file)).toMatch(/has "", derived "}"/);
    writeFileSync(file, `${derivation.text}more`);
    expect(checkDerivation(derivation, file)).toMatch(/has "more", derived ""/);
  });

  it('is compared with its provenance, too', () => {
    const file = join(folder, 'mine.json');
    writeDerivation(derivation, file);
    const moved = derive({ name: 'page.md', text: `\n${english}` });
    expect(checkDerivation(moved, file)).toMatch(/mine\.provenance\.en\.json:\d+: has/);
    rmSync(join(folder, 'mine.provenance.en.json'));
    expect(checkDerivation(derivation, file)).toMatch(/cannot be read/);
  });
});
