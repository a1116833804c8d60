import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Phrase } from '../../../spec/derive/phrase.ts';
import { PHRASES } from '../../../spec/derive/phrases/index.ts';
import { readPage } from '../../../spec/read/read-page.ts';
import { packageRoot } from '../../../spec/root.ts';
import { cinderLike } from './cinder-like.ts';
import { chinese, english } from './page-texts.ts';

const book: readonly Phrase[] = PHRASES;

describe('the phrase book', () => {
  it('has one file an entry, and one entry a file', () => {
    const files = readdirSync(join(packageRoot(), 'spec/derive/phrases')).map((file) => file.replace(/\.ts$/, ''));
    expect(book.map(({ name }) => name)).toEqual(files.filter((name) => name !== 'index').sort());
  });

  it('matches whole sentences, and keeps no state between them', () => {
    for (const { name, patterns } of book) {
      for (const pattern of Object.values(patterns)) {
        expect(pattern.source, name).toMatch(/^\^|\$$/);
        expect(pattern.flags, name).not.toMatch(/[gy]/);
      }
    }
  });

  it.each([
    ['English', english],
    ['Chinese, where the vendor’s page is there', chinese],
    ['of another convention', cinderLike],
  ])('reads no sentence in two ways: %s', (name, text) => {
    if (text === undefined) return;
    const page = readPage(name, text);
    for (const { text: sentence, place } of page.sections.flatMap(({ sentences }) => sentences)) {
      const readers = book.filter(
        ({ where, patterns }) => where.includes(place) && patterns[page.language].test(sentence),
      );
      expect(readers.map((reader) => reader.name).slice(1), sentence).toEqual([]);
    }
  });

  it('has no entry that no page uses', () => {
    const pages = [english, cinderLike].map((text) => readPage('page.md', text));
    const sentences = pages.flatMap(({ sections }) => sections.flatMap((section) => section.sentences));
    for (const { name, where, patterns } of book) {
      const used = sentences.some(({ place, text }) => where.includes(place) && patterns.en.test(text));
      expect(used, name).toBe(true);
    }
  });
});
