import { expect, test } from 'vitest';
import type { Contract, JsonSchema } from '../../spec/contract.ts';
import { derive } from '../../spec/derive/derive.ts';
import { fieldId, fieldsOf } from '../../spec/fields.ts';
import { rackPage } from '../cli/rack-page.ts';

const { contract } = derive({ name: 'rack.md', text: rackPage });

function withAnswers(success: JsonSchema, error: JsonSchema, more: Partial<Contract> = {}): Contract {
  return { ...contract, ...more, response: { success: { status: 200, schema: success }, error: { schema: error } } };
}

const text = { type: 'string' };

test('every field has its id, and the fact and the clauses that are of it', () => {
  const size = fieldsOf(contract).find((field) => fieldId(field) === 'request:/size');
  expect(size).toMatchObject({ isRequired: true, fact: 'request:/size', schema: { minimum: 1, maximum: 48 } });
  expect(size?.clauses.map(({ id }) => id)).toEqual([
    'request.required:/:required',
    'request.type:/size:type',
    'request.range:/size:minimum',
    'request.range:/size:maximum',
  ]);
  const project = fieldsOf(contract).find(({ place }) => place === 'path');
  expect(project).toMatchObject({ pointer: '/project_id', isRequired: true, fact: 'parameter.project' });
});

test('items, keys and values of open objects, and every shape of an answer are fields, each once', () => {
  const open = { type: 'object', propertyNames: { maxBytes: 9 }, additionalProperties: text };
  const success = {
    type: 'object',
    properties: { racks: { type: 'array', items: { properties: { id: text } } }, open },
  };
  const shapes = {
    anyOf: [{ properties: { error: { properties: { code: text } } } }, { properties: { error: text } }],
  };
  const pointers = fieldsOf(withAnswers(success, shapes))
    .filter(({ place }) => place === 'success' || place === 'error')
    .map(fieldId);
  expect(pointers).toEqual([
    ...['success:/', 'success:/racks', 'success:/racks/*', 'success:/racks/*/id'],
    ...['success:/open', 'success:/open/*', 'success:/open/*:keys', 'error:/', 'error:/error', 'error:/error/code'],
  ]);
});

test('a job, and the code of a refusal, have facts that are named after what they are', () => {
  const answers = { ...contract.answers, job: '/job_id' };
  const facts = ['response.job', 'response.error-code'].map((id) => ({ id, value: true }));
  const object = (name: string) => ({ type: 'object', properties: { [name]: text } });
  const named = withAnswers(object('job_id'), object('code'), { answers, facts });
  expect(fieldsOf(named).flatMap((field) => (field.fact === null ? [] : [`${fieldId(field)} ${field.fact}`]))).toEqual([
    'success:/job_id response.job',
    'error:/code response.error-code',
  ]);
});
