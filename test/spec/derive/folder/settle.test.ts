import { describe, expect, it } from 'vitest';
import { type DerivedPage, settle } from '../../../../spec/derive/folder/settle.ts';

function page(file: string, path: string, more: { deprecated?: boolean; id?: string } = {}): DerivedPage {
  const { deprecated = false, id = 'v2.get.racks.tags' } = more;
  return {
    file,
    id,
    language: 'en',
    operation: { method: 'GET', path, action: null, project: 'project_id', kind: 'read', deprecated },
    fields: 0,
    constraints: 0,
    unparsed: 0,
  };
}

const tags = '/v2/{project_id}/racks/tags';
const rackTags = '/v2/{project_id}/racks/{rack_id}/tags';
const ids = (pages: readonly DerivedPage[]) => pages.map(({ file, id }) => [file, id]);

describe('pages of one operation', () => {
  it('that is not deprecated keeps the id, whatever comes first', () => {
    const { kept, passedOver } = settle([page('a', tags, { deprecated: true }), page('b', tags), page('c', tags)]);
    expect(ids(kept)).toEqual([['b', 'v2.get.racks.tags']]);
    expect(passedOver.map(({ page: { file }, other, why }) => [file, other.file, why])).toEqual([
      ['a', 'b', 'deprecated'],
      ['c', 'b', 'by-name'],
    ]);
  });

  it('are told by their paths, not by the names of parameters', () => {
    const { kept } = settle([page('a', rackTags), page('b', '/v2/{tenant}/racks/{id}/tags')]);
    expect(kept.map(({ file }) => file)).toEqual(['a']);
  });

  it('that are all deprecated: the first keeps the id', () => {
    const both = [page('a', tags, { deprecated: true }), page('b', tags, { deprecated: true })];
    expect(settle(both).kept.map(({ file }) => file)).toEqual(['a']);
  });
});

describe('pages of two operations that have one id', () => {
  it('are both kept: the one with more parameters has them in its id', () => {
    const { kept, passedOver, renamed } = settle([page('a', rackTags), page('b', tags)]);
    expect(ids(kept)).toEqual([
      ['a', 'v2.get.racks.rack_id.tags'],
      ['b', 'v2.get.racks.tags'],
    ]);
    expect(passedOver).toEqual([]);
    expect(renamed.map(({ alone, other, page: { file } }) => [file, alone, other.file])).toEqual([
      ['a', 'v2.get.racks.tags', 'b'],
    ]);
  });

  it('take no id that a third one has', () => {
    const third = page('c', '/v2/{project_id}/racks/rack_id/tags', { id: 'v2.get.racks.rack_id.tags' });
    expect(ids(settle([page('a', rackTags), page('b', tags), third]).kept)).toEqual([
      ['a', 'v2.get.project_id.racks.rack_id.tags'],
      ['b', 'v2.get.racks.tags'],
      ['c', 'v2.get.racks.rack_id.tags'],
    ]);
  });

  it('are told apart no further where no parameter does: the other is passed over', () => {
    const { kept, passedOver } = settle([page('a', '/v2/Racks/tags'), page('b', '/v2/racks/tags')]);
    expect(kept.map(({ file }) => file)).toEqual(['a']);
    expect(passedOver.map(({ page: { file }, why }) => [file, why])).toEqual([['b', 'no-other-id']]);
  });
});
