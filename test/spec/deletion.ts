import type { Contract } from '../../spec/contract.ts';

const id = { type: 'string', minLength: 1 };
const volume = (properties: object) => ({ type: 'object', properties: { volume: { type: 'object', properties } } });

/** A contract that is no extension: a deletion without a body, an answer or a documented status. */
export const deletion: Contract = {
  format: 2,
  id: 'v3.delete.volumes',
  operation: {
    method: 'DELETE',
    path: '/v3/{project_id}/volumes/{volume_id}',
    parameters: { project_id: id, volume_id: id },
    project: 'project_id',
    query: null,
    roles: {},
    kind: 'delete',
    resource: 'volume',
    action: null,
    deprecated: false,
  },
  request: null,
  cases: [],
  response: { success: { status: null, schema: null }, error: { schema: null } },
  answers: { items: null, id: null, created: null, job: null, next: null },
  samples: { request: [], query: [], success: [], error: [] },
  normalise: [],
  preconditions: [
    { on: 'volume.status', when: {}, requires: { enum: ['available', 'error'] }, fact: 'state.deletable' },
  ],
  case: {
    type: 'object',
    required: ['path', 'fixtures'],
    properties: {
      path: { type: 'object', required: ['project_id', 'volume_id'], properties: { project_id: id, volume_id: id } },
      fixtures: volume({ status: { type: 'string', enum: ['available', 'error'] } }),
    },
  },
  clauses: [
    {
      id: 'state.deletable',
      requirement: 'state.deletable',
      level: 'MUST',
      fact: 'state.deletable',
      schemaPath: '#/properties/fixtures/properties/volume/properties/status/enum',
    },
  ],
  facts: [{ id: 'state.deletable', value: { statuses: ['available', 'error'] } }],
  readings: [],
  unparsed: [],
};
