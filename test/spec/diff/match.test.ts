import { expect, test } from 'vitest';
import { matchOperations } from '../../../spec/diff/match.ts';
import { heldRows } from '../../../spec/diff/report.ts';
import { markdownPage } from '../derive/folder/small-pages.ts';
import { contractOfPage } from './changes.ts';

const named = (name: string, path: string) => ({ name, ...contractOfPage(markdownPage({ path }), name) });

test('operations are matched by method and path, whatever their ids and the names of their parameters', () => {
  const before = [named('one', '/v2/{project_id}/racks/{rack_id}'), named('two', '/v2/{project_id}/racks')];
  const after = [named('other', '/v2/{tenant_id}/racks/{id}'), named('three', '/v3/{project_id}/racks')];
  const { added, pairs, removed } = matchOperations(before, after);
  expect(pairs.map((pair) => pair.map(({ name }) => name))).toEqual([['one', 'other']]);
  expect([added, removed].map((all) => all.map(({ name }) => name))).toEqual([['three'], ['two']]);
});

test('two of one operation on one side are refused', () => {
  const twice = [named('one', '/v2/{project_id}/racks'), named('two', '/v2/{tenant_id}/racks')];
  expect(() => matchOperations(twice, [])).toThrow('one and two are of one operation, GET /v2/{}/racks: remove one');
});

test('rows that a change reaches are judged again; all of them where it is not known whose a change is', () => {
  const rows = [{ id: 'size.greater' }, { id: 'state.other' }];
  const changed = (requirements: readonly string[]) => [
    { class: 'tightening' as const, where: '', what: '', requirements },
    { class: 'metadata' as const, where: '', what: '', requirements: [] },
  ];
  expect(heldRows(rows, changed(['size.greater']))).toEqual({ again: [rows[0]], held: [rows[1]] });
  expect(heldRows(rows, changed([]))).toEqual({ again: rows, held: [] });
  expect(heldRows(rows, [])).toEqual({ again: [], held: rows });
});
