import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const file = new URL('../../../schemas/openapi-extensions.schema.json', import.meta.url);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const ofExtensions = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);

/** What is wrong with the `x-evs-…` of a document; empty where nothing is. */
export function extensionProblems(document: unknown): readonly string[] {
  ofExtensions(document);
  return (ofExtensions.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Expects an OpenAPI 3.1 document whose extensions are those that are documented. */
export async function expectValid(document: unknown): Promise<void> {
  const validator = new Validator();
  // a text of one line would be the name of a file
  const { errors, valid } = await validator.validate(JSON.stringify(document, null, 2));
  expect({ valid, errors, version: validator.version }).toEqual({ valid: true, errors: undefined, version: '3.1' });
  expect(extensionProblems(document)).toEqual([]);
}
