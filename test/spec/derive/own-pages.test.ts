import { describe, expect, it, test } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { committed, committedText } from '../committed.ts';
import { expectTextsAtLines } from './at-lines.ts';
import { ownPages } from './page-texts.ts';

test('every contract that comes along has a page of ours, and every page its contract', () => {
  expect(ownPages.map(({ id }) => id).toSorted()).toEqual(committed.map(({ id }) => id).toSorted());
});

describe.each(ownPages)('our page $name', ({ id, name, text }) => {
  const { contract, provenance, provenanceText, text: derived } = derive({ name, text }, { id, quote: true });

  it('gives the committed contract, byte for byte', () => {
    expect(derived).toBe(committedText(`${id}.json`));
    expect(provenanceText).toBe(committedText(`${id}.provenance.en.json`));
  });

  it('has each fact where the provenance says', () => {
    expect(provenance.origins.map(({ fact }) => fact)).toEqual(contract.facts.map((fact) => fact.id));
    expectTextsAtLines(provenance, text);
  });

  it('says nothing that is not understood, but what holds for one way of paying alone', () => {
    const others = contract.unparsed.filter((each) => !/pay-per-use|yearly\/monthly/.test(each.text ?? ''));
    expect(others).toEqual([]);
  });
});
