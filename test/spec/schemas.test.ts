import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

test.each([
  'spec/contract.schema.json',
  'cli/config.schema.json',
  'evidence/transcript.schema.json',
  'cli/baseline.schema.json',
  'cli/volumes.schema.json',
  'cli/campaign/campaign.schema.json',
  'verdicts/index.schema.json',
  'verdicts/report.schema.json',
])('%s is a JSON Schema 2020-12, so that it need not be checked in a run', (file) => {
  const schema = JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as object;
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
});
