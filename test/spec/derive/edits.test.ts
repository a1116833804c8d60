import { describe, expect, it } from 'vitest';
import type { Contract } from '../../../spec/contract.ts';
import { derive } from '../../../spec/derive/derive.ts';
import { errorNames } from '../../../spec/envelope.ts';
import { extensionOf } from '../../../spec/extension.ts';
import { loadContract } from '../../../spec/load.ts';
import { jobName } from '../../../spec/parts.ts';
import { cinderLike } from './cinder-like.ts';
import { chinese, edit, english } from './page-texts.ts';

function contractOf(text: string): Contract {
  const { contract, text: bytes } = derive({ name: 'edited.md', text });
  expect(loadContract(bytes, 'edited.json')).toEqual(contract);
  expect(contract.unparsed).toEqual([]);
  return contract;
}

const clauseIds = ({ clauses }: Contract): readonly string[] => clauses.map(({ id }) => id);
const fact = ({ facts }: Contract, id: string): unknown => facts.find((each) => each.id === id)?.value;
const withoutJob = (page: string): string =>
  edit(edit(page, /<tr id="row29607722103010">[\s\S]*?<\/tr>/, ''), /```(?:json)?\n\s*\{\n\s*"job_id[\s\S]*?```/, '');

/** Edits that any page of this operation can undergo, in the words of each language. */
const pages = [
  {
    language: 'English',
    page: english,
    maximum: ' (32768 GB)',
    shutoff: [/`SUSPENDED` or `SHUTOFF`/, 'or `SUSPENDED`'],
    range: /<p id="p48738220">.*\n/,
    decimal: /<div class="note" id="note14447613163149">[\s\S]*?<\/div>/,
    rules: /- {3}While the volume is `in-use`[\s\S]*?SHUTOFF`\.\n/,
    shared: /.*`multiattach`.*\n/,
  },
  {
    language: 'Chinese',
    page: chinese,
    maximum: '（32768GB）',
    shutoff: [/、SHUTOFF/, ''],
    range: /<p id="p48738220">.*\n/,
    decimal: /<div class="note" id="note14447613163149">[\s\S]*?<\/div><\/div>/,
    rules: /- {3}扩容状态为in-use[\s\S]*?才支持扩容。\n/,
    shared: /.*multiattach.*\n/,
  },
] as const;

for (const { language, page = '', maximum, shutoff, range, decimal, rules, shared } of pages) {
  describe.skipIf(page === '')(`edits of the ${language} page (the vendor's is skipped where it is absent)`, () => {
    it('takes another maximum', () => {
      const contract = contractOf(edit(page, '32768', '1000'));
      expect(fact(contract, 'size.range')).toEqual({ greaterThan: 'current', maximum: 1000 });
      expect(JSON.stringify(contract)).not.toContain('32768');
      expect(JSON.stringify(contract.case)).toContain('"maximum":1000,"exclusiveMaximum":1000');
      expect(contractOf(edit(page, '32768', '32,768'))).toEqual(contractOf(page));
    });

    it('takes a shorter list of server states', () => {
      const contract = contractOf(edit(page, shutoff[0], shutoff[1]));
      expect(fact(contract, 'state.server-status')).toEqual({
        status: 'in-use',
        servers: ['ACTIVE', 'PAUSED', 'SUSPENDED'],
      });
      expect(JSON.stringify(contract.case)).toContain('"enum":["ACTIVE","PAUSED","SUSPENDED"]');
    });

    it('takes another path, method and status', () => {
      let text = edit(page, 'POST /v2/', 'PUT /v9.1/');
      text = edit(text, /\n {4}200\n/, '\n    202\n');
      const contract = contractOf(text);
      expect(contract.operation.method).toBe('PUT');
      expect(contract.operation.path).toBe('/v9.1/{project_id}/cloudvolumes/{volume_id}/action');
      expect(contract.response.success.status).toBe(202);
      expect(contract.id).toBe('v9.1.put.cloudvolumes.action.os-extend');
    });

    it('takes other names', () => {
      let text = page.replaceAll('new_size', 'size').replaceAll('os-extend', 'os-enlarge');
      text = text.replaceAll('"error":', '"fault":').replaceAll('job_id', 'task_id');
      const contract = contractOf(text);
      expect(contract.id).toBe('v2.post.cloudvolumes.action.os-enlarge');
      expect(extensionOf(contract)).toEqual({
        action: 'os-enlarge',
        size: 'size',
        project: 'project_id',
        volume: 'volume_id',
      });
      expect([jobName(contract), errorNames(contract)]).toEqual(['task_id', ['fault']]);
      expect(contract.normalise[0]?.pointer).toBe('/body/os-enlarge/size');
      // Requirements are called by ids, which stay.
      const paths = contract.clauses.map(({ schemaPath }) => schemaPath);
      expect(JSON.stringify({ ...contract, clauses: paths })).not.toMatch(/new_size|os-extend|job_id/);
    });

    it('takes another name for a path parameter', () => {
      const text = page.replaceAll('volume_id', 'disk_id').replaceAll('volume\\_id', 'disk\\_id');
      const contract = contractOf(text);
      expect(extensionOf(contract).volume).toBe('disk_id');
      expect(Object.keys(contract.operation.parameters)).toEqual(['project_id', 'disk_id']);
    });

    it('makes no clause of what the page leaves out', () => {
      const silent = contractOf(edit(edit(page, range, ''), decimal, ''));
      expect(clauseIds(silent).filter((id) => id.startsWith('size.'))).toEqual(['size.growth', 'size.whole']);
      expect(silent.clauses.filter(({ id }) => id.startsWith('size.')).map(({ level }) => level)).toEqual([
        'advisory',
        'advisory',
      ]);
      expect(silent.normalise).toEqual([]);
      expect(silent.readings).toEqual([]);

      const stateless = contractOf(edit(page, rules, ''));
      expect(clauseIds(stateless).filter((id) => id.startsWith('state.'))).toEqual(['state.other']);
      const multiattach = contractOf(edit(page, shared, ''));
      expect(clauseIds(multiattach)).not.toContain('state.in-use-shared');
      expect(clauseIds(multiattach)).toContain('state.server-status');
    });

    it('knows an answer without a job', () => {
      const contract = contractOf(withoutJob(page));
      expect(contract.answers.job).toBeNull();
      expect(contract.response.success).toEqual({ status: 200, schema: null });
    });

    it('records a unit it cannot hold, and a constraint in other words', () => {
      const { contract } = derive({ name: 'x', text: edit(page, maximum, maximum.replace('GB', 'TB')) });
      expect(contract.unparsed).toHaveLength(1);
      expect(clauseIds(contract)).not.toContain('size.over-maximum');
    });
  });
}

describe('a page of another convention', () => {
  const contract = contractOf(cinderLike);

  it('has one alternative for each error envelope', () => {
    expect(errorNames(contract)).toEqual(['badRequest', 'itemNotFound', 'overLimit']);
    expect(contract.response.error.schema).toMatchObject({ oneOf: [{ required: ['badRequest'] }, {}, {}] });
    expect(JSON.stringify(contract.response.error.schema)).toContain('"code":{"type":"integer"}');
  });

  it('has no body, job, maximum or decimals', () => {
    expect(contract.response.success).toEqual({ status: 202, schema: null });
    expect(contract.answers.job).toBeNull();
    expect(contract.request).toMatchObject({
      properties: { 'os-extend': { properties: { new_size: { type: 'integer' } } } },
    });
    expect(clauseIds(contract).filter((id) => id.startsWith('size.'))).toEqual(['size.not-greater', 'size.whole']);
    expect(contract.operation.deprecated).toBe(false);
  });

  it('has no anchors, but lines', () => {
    const { provenance } = derive({ name: 'cinder.md', text: cinderLike });
    expect(provenance.origins.every(({ anchor }) => anchor === null)).toBe(true);
    expect(provenance.origins.find(({ fact: id }) => id === 'size.range')?.line).toBe(21);
  });
});
