import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { contractDigest } from '../../../spec/load.ts';
import { edit, english, ownPage } from './page-texts.ts';

describe('the page of another service', () => {
  const derivation = derive({ name: 'cinder-extend.md', text: ownPage('cinder-extend') });

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

  it('stamps the provenance with the digests of contract and page', () => {
    expect(derivation.provenance.contract.sha256).toBe(contractDigest(derivation.text));
    expect(derivation.provenance.page.sha256).toBe(contractDigest(english));
  });

  it('has an id of its method and path, or the one that it is told', () => {
    expect(derive({ name: 'x', text: english }).contract.id).toBe('v2.post.cloudvolumes.action.os-extend');
    expect(derive({ name: 'x', text: english }, { id: 'cinder-extend' }).contract.id).toBe('cinder-extend');
    expect(() => derive({ name: 'x', text: english }, { id: '../x' })).toThrow('not an id of a contract');
  });
});
