import { describe, expect, it, test } from 'vitest';
import type { Contract, Provenance } from '../../../spec/contract.ts';
import { derive } from '../../../spec/derive/derive.ts';
import { provenanceFile } from '../../../spec/derive/provenance.ts';
import { contractDigest } from '../../../spec/load.ts';
import { HEADINGS } from '../../../spec/read/vocabulary.ts';
import { committedFile, committedText } from '../committed.ts';
import { expectTextsAtLines } from './at-lines.ts';
import { chinese, vendorPages } from './page-texts.ts';

/** The kind of section of each sentence that nothing understands: lines and words are each page's own. */
const placesOf = ({ unparsed }: Contract): readonly (string | undefined)[] =>
  unparsed.map(
    ({ heading }) =>
      Object.entries(HEADINGS).find(([, known]) => (known as readonly string[]).includes(heading.toLowerCase()))?.[0],
  );

/** A provenance as its file has it: of the committed contract, which differs in what is not understood, if in anything. */
const ofCommitted = (provenance: Provenance, contract: string): string =>
  `${JSON.stringify({ ...provenance, contract: { ...provenance.contract, sha256: contractDigest(contract) } }, null, 2)}\n`;

describe.each(vendorPages)('the vendor’s page of $id (there where ../shared holds it)', ({ id, name, text }) => {
  const derivation = derive({ name, text }, { id });
  const committed = committedText(`${id}.json`);
  const contract: Contract = JSON.parse(committed);

  it('gives the committed contract, but for the words of what is not understood', () => {
    expect(placesOf(derivation.contract)).toEqual(placesOf(contract));
    const same: Contract = { ...derivation.contract, unparsed: contract.unparsed };
    expect(`${JSON.stringify(same, null, 2)}\n`).toBe(committed);
  });

  // `-u` writes it anew: there is no page of the vendor's for `npm run derive`
  it('gives the committed provenance, which quotes no sentence', async () => {
    const { provenance } = derivation;
    const file = provenanceFile(`${id}.json`, provenance.language === 'zh' ? 'zh' : 'vendor');
    await expect(ofCommitted(provenance, committed)).toMatchFileSnapshot(committedFile(file));
    expect(provenance.origins.filter((origin) => 'text' in origin)).toEqual([]);
  });

  it('has each fact where the provenance says', () => {
    expectTextsAtLines(derive({ name, text }, { quote: true }).provenance, text);
  });
});

test.skipIf(chinese === undefined)('the origins of the first page are its lines and anchors', () => {
  const { provenance } = derive({ name: 'extend-volume.zh.md', text: chinese ?? '' });
  const places = provenance.origins.map(({ fact, line, anchor }) => `${fact} ${line} ${anchor}`);
  expect(places).toEqual([
    'operation.deprecated 1 ZH-CN_TOPIC_0020235145',
    'operation.effect 5 section4445458',
    'operation.enterprise-project 5 section4445458',
    'state.available 7 section4445458',
    'state.in-use 8 section4445458',
    'state.in-use-shared 9 section4445458',
    'state.server-status 10 section4445458',
    'notice.deprecated 13 section4445458',
    'operation.route 20 section40009126',
    'parameter.project 33 row46524311',
    'parameter.volume 40 row5174319',
    'request.action 66 row5187493615377',
    'request.size 75 row53934008',
    'size.range 82 p48738220',
    'size.decimals 83 note14447613163149',
    'request.sample 92 section24537816',
    'response.job 114 row29607722103010',
    'response.job-state 119 note1148518155312',
    'response.error-message 123 row50325863103010',
    'response.error-code 130 row45662613103010',
    'response.samples 143 section19513753',
    'response.success-status 161 section41406050',
    'error-codes 168 section431317151242',
  ]);
});
