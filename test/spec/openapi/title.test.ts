import { describe, expect, test } from 'vitest';
import type { DocumentedOperation } from '../../../spec/contract.ts';
import { tagsOf } from '../../../spec/openapi/tags.ts';
import { tagOf, titleOf } from '../../../spec/openapi/title.ts';
import { contractWith } from './contracts.ts';

const source = (name: string) => ({ type: 'string', 'x-source': name });

const volume = { volume_id: source('volume') };

const project = '/v2/{project_id}';

/** An operation of a path below `/v2/{project_id}`, where that is not given. */
const of = (
  kind: DocumentedOperation['kind'],
  resource: string,
  path: string,
  parameters: DocumentedOperation['parameters'] = {},
  action: string | null = null,
) => contractWith({ operation: { kind, resource, path, action, parameters, project: 'project_id' } });

describe('an operation is called', () => {
  test.each([
    ['Create a volume (v2)', of('create', 'volume', `${project}/volumes`)],
    ['List volumes (v2)', of('list', 'volume', `${project}/cloudvolumes`)],
    ['List volumes in detail (v2)', of('list', 'volume', `${project}/volumes/detail`)],
    ['Get a volume (v2)', of('read', 'volume', `${project}/volumes/{volume_id}`, volume)],
    ['Get a volume (internal-info) (v2)', of('read', 'volume', `${project}/volumes/{volume_id}/internal-info`, volume)],
    ['Extend a volume (v2)', of('action', 'volume', `${project}/volumes/{volume_id}/action`, volume, 'os-extend')],
    [
      'Update readonly flag of a volume (v2)',
      of('action', 'volume', `${project}/volumes/{volume_id}/action`, volume, 'os-update_readonly_flag'),
    ],
    [
      'Volume upload image (v2)',
      of('action', 'volume', `${project}/volumes/{volume_id}/action`, volume, 'os-volume_upload_image'),
    ],
    ['Retype a volume (v2)', of('action', 'volume', `${project}/volumes/{volume_id}/retype`, volume)],
    ['Act on a tag (v2)', of('action', 'tag', `${project}/things/{thing_id}`)],
    ['Get the metadata of a volume (v2)', of('read', 'metadata', `${project}/volumes/{volume_id}/metadata`, volume)],
    [
      'Delete metadata of a volume by key (v2)',
      of('delete', 'metadata', `${project}/volumes/{volume_id}/metadata/{key}`, { ...volume, key: { type: 'string' } }),
    ],
    [
      'Delete the tags of a volume (v2)',
      of('action', 'tag', `${project}/volumes/{volume_id}/tags/action`, volume, 'delete'),
    ],
    [
      'Filter the resource instances (v2)',
      of('other', 'resource-instance', `${project}/volumes/resource_instances/action`, {}, 'filter'),
    ],
    [
      'Get a quota set of a project (v2)',
      of('read', 'quota-set', `${project}/os-quota-sets/{target}`, {
        project_id: source('project'),
        target: source('project'),
      }),
    ],
    [
      'Get a type (v2)',
      of('read', 'type', `${project}/types/{type_id}`, {
        project_id: source('project'),
        type_id: source('volume-type'),
      }),
    ],
    ['List availability zones (v2)', of('list', 'availability-zone', `${project}/availability-zones`)],
    ['Get the API version', of('read', 'api-version', '/')],
  ])('%s', (title, contract) => {
    expect(titleOf([contract], [contract])).toBe(title);
  });

  test('by what all of a path are done to, where there are several', () => {
    const extend = of('action', 'volume', `${project}/volumes/{volume_id}/action`, volume, 'os-extend');
    expect(titleOf([extend, extend], [extend])).toBe('Actions on a volume (v2)');
  });

  test('with the first name of the path, where others of its tag have another', () => {
    const plain = of('list', 'volume', `${project}/volumes`);
    const cloud = of('list', 'volume', `${project}/cloudvolumes`);
    const all = [plain, cloud, of('list', 'transfer', `${project}/os-volume-transfer`)];
    expect(all.map((one) => titleOf([one], all))).toEqual([
      'List volumes (v2)',
      'List volumes (v2, cloudvolumes)',
      'List transfers (v2)',
    ]);
  });
});

test('operations stand under their resource, and what it belongs to', () => {
  const metadata = of('read', 'metadata', `${project}/volumes/{volume_id}/metadata`, volume);
  const list = of('list', 'volume', `${project}/volumes`);
  expect([list, metadata, of('read', 'summary', `${project}/summary`), of('read', 'box', '/box')].map(tagOf)).toEqual([
    'Volumes',
    'Volume metadata',
    'Summaries',
    'Boxes',
  ]);
  expect(tagsOf([[list], [of('list', 'volume', '/v3/volumes')], [of('read', 'box', '/box')]])).toEqual([
    { name: 'Boxes', description: '1 operation.' },
    { name: 'Volumes', description: '2 operations: v2, v3.' },
  ]);
});
