import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

test.each([
  'schemas/contract.schema.json',
  'schemas/config.schema.json',
  'schemas/transcript.schema.json',
  'schemas/baseline.schema.json',
  'schemas/volumes.schema.json',
  'schemas/campaign.schema.json',
  'schemas/index.schema.json',
  'schemas/report.schema.json',
  'schemas/diff.schema.json',
  'schemas/openapi-extensions.schema.json',
])('%s is a JSON Schema 2020-12, so that it need not be checked in a run', (file) => {
  const schema = JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as object;
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
});
