import type { Contract } from '../../../spec/contract.ts';

const id = { type: 'string', minLength: 1 };
const request = {
  type: 'object',
  required: ['volume'],
  properties: {
    volume: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 64 } } },
  },
};

/** An operation that no part of the suite has been written for: a volume is given another name, and no job. */
export const renaming: Contract = {
  format: 2,
  id: 'v2.put.cloudvolumes',
  operation: {
    method: 'PUT',
    path: '/v2/{project_id}/cloudvolumes/{volume_id}',
    parameters: { project_id: id, volume_id: id },
    project: 'project_id',
    query: null,
    roles: {},
    kind: 'update',
    resource: 'volume',
    action: null,
    deprecated: false,
  },
  request,
  cases: [],
  response: { success: { status: 200, schema: null }, error: { schema: null } },
  answers: { items: null, id: '/volume/id', created: null, job: null, next: null },
  samples: { request: [], query: [], success: [], error: [] },
  normalise: [],
  preconditions: [],
  case: {
    type: 'object',
    required: ['path', 'body', 'fixtures'],
    properties: {
      path: { type: 'object', required: ['project_id', 'volume_id'], properties: { project_id: id, volume_id: id } },
      body: request,
      fixtures: { type: 'object' },
    },
  },
  clauses: [
    { id: 'body.name', requirement: 'body.name', level: 'MUST', fact: 'request.name', schemaPath: '#/properties/body' },
  ],
  facts: [{ id: 'request.name', value: 'name' }],
  readings: [],
  unparsed: [],
};
