import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { contractDigest } from '../../../spec/load.ts';
import { normalise } from '../../../spec/read/text.ts';
import { packageRoot } from '../../../spec/root.ts';
import { chinese, edit, english } from './page-texts.ts';

const committed = (name: string): string => readFileSync(join(packageRoot(), 'spec/contracts', name), 'utf8');

/** Lines of the page as a reader sees them: no tags, no entities, no escapes, compared as facts are. */
function visible(page: string): readonly string[] {
  return page
    .replaceAll('\\', '')
    .split('\n')
    .map((line) =>
      normalise(
        line
          .replace(/<[^>]*>/g, ' ')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>'),
      ),
    )
    .map((line) => line.replace(/^[#>\s-]+|[`*]|\]\([^)]*\)|\[|!\[\]\([^)]*\)/g, ''));
}

function expectTextsAtLines(name: string, text: string): void {
  const lines = visible(text);
  for (const { fact, line, text: said = '' } of derive({ name, text }, { quote: true }).provenance.origins) {
    const here = lines
      .slice(line - 1, line + 30)
      .join(' ')
      .replace(/\s/g, '');
    for (const piece of said.split(/ \| | (?=[{])/)) {
      expect(here, `${fact} line ${line}`).toContain(piece.replace(/\s/g, '').slice(0, 60));
    }
  }
}

describe('the page of another service', () => {
  const page = readFileSync(join(packageRoot(), 'spec/pages/cinder-extend.md'), 'utf8');
  const derivation = derive({ name: 'cinder-extend.md', text: page }, { id: 'cinder-extend', quote: true });

  it('gives the committed contract, byte for byte', () => {
    expect(derivation.text).toBe(committed('cinder-extend.json'));
    expect(derivation.provenanceText).toBe(committed('cinder-extend.provenance.en.json'));
    expect(derivation.contract.unparsed).toEqual([]);
  });

  it('finds each fact where the page says it', () => expectTextsAtLines('cinder-extend.md', page));

  it('says nothing of what the page is silent about', () => {
    const { answers, normalise, clauses, response } = derivation.contract;
    expect({ job: answers.job, normalise, success: response.success }).toEqual({
      job: null,
      normalise: [],
      success: { status: 202, schema: null },
    });
    expect(clauses.filter(({ level }) => level === 'MUST').map(({ id }) => id)).toEqual([
      'body.os-extend-body',
      'body.os-extend',
      'body.os-extend-type',
      'body.new-size',
      'body.new-size-type',
      'size.not-greater',
    ]);
  });
});

describe('the English page', () => {
  const derivation = derive({ name: 'extend-volume.md', text: english }, { id: 'extend-volume', quote: true });

  it('gives the committed contract, byte for byte', () => {
    expect(derivation.text).toBe(committed('extend-volume.json'));
    expect(derivation.provenanceText).toBe(committed('extend-volume.provenance.en.json'));
    expect(derivation.contract.unparsed).toEqual([]);
  });

  it('shows its samples as values, and quotes no prose of them', () => {
    expect(derivation.contract.samples).toEqual({
      request: [{ 'os-extend': { new_size: 200 } }],
      query: [],
      success: [{ job_id: '70a599e0-31e7-49b7-b260-868f441e862b' }],
      error: [{ error: { message: 'XXXX', code: 'XXX' } }],
    });
    const wordy = derive({ name: 'x', text: edit(english, '"XXXX"', '"The volume is too small."') }, {});
    expect(wordy.contract.samples.error).toEqual([{ error: { message: '…', code: 'XXX' } }]);
  });

  it('records its rules of state as data, which are the rules that bind a case', () => {
    const { preconditions, clauses } = derivation.contract;
    expect(preconditions).toEqual([
      {
        on: 'volume.multiattach',
        when: { 'volume.status': { const: 'in-use' } },
        requires: { const: false },
        fact: 'state.in-use-shared',
      },
      {
        on: 'volume.servers',
        when: { 'volume.status': { const: 'in-use' } },
        requires: { type: 'array', items: { enum: ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'] } },
        fact: 'state.server-status',
      },
    ]);
    const bound = clauses.filter(({ schemaPath }) => schemaPath.startsWith('#/allOf/'));
    expect(bound.map(({ fact }) => fact)).toEqual(preconditions.map(({ fact }) => fact));
  });

  it('gives the same contract whatever its line ends and byte order mark', () => {
    for (const text of [english.replaceAll('\n', '\r\n'), `\uFEFF${english}`]) {
      const other = derive({ name: 'other.md', text }, { id: 'extend-volume', quote: true });
      expect(other.text).toBe(derivation.text);
      expect(other.provenance.origins).toEqual(derivation.provenance.origins);
    }
  });

  it('has each fact where the provenance says', () => {
    expectTextsAtLines('extend-volume.md', english);
  });

  it('stamps the provenance with the digests of contract and page', () => {
    expect(derivation.provenance.contract.sha256).toBe(contractDigest(derivation.text));
    expect(derivation.provenance.page.sha256).toBe(contractDigest(english));
  });

  it('has an id of its method and path, or the one that it is told', () => {
    expect(derive({ name: 'x', text: english }).contract.id).toBe('v2.post.cloudvolumes.action.os-extend');
    expect(derive({ name: 'x', text: english }, { id: 'cinder-extend' }).contract.id).toBe('cinder-extend');
    expect(() => derive({ name: 'x', text: english }, { id: '../x' })).toThrow('no id of a contract');
  });
});

describe.skipIf(chinese === undefined)(
  'the vendor’s page (skipped where ../shared/spec-source does not hold it)',
  () => {
    const text = chinese ?? '';
    const derivation = (): ReturnType<typeof derive> =>
      derive({ name: 'extend-volume.zh.md', text }, { id: 'extend-volume' });

    it('gives the committed contract, byte for byte', () => {
      expect(derivation().text).toBe(committed('extend-volume.json'));
      expect(derivation().provenanceText).toBe(committed('extend-volume.provenance.zh.json'));
      expect(derivation().contract.unparsed).toEqual([]);
    });

    it('has each fact where the provenance says', () => {
      expectTextsAtLines('extend-volume.zh.md', text);
    });

    it('points at the lines and anchors of the page', () => {
      const places = derivation().provenance.origins.map(({ fact, line, anchor }) => `${fact} ${line} ${anchor}`);
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
  },
);
