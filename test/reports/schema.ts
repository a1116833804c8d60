import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const file = new URL('../../schemas/report.schema.json', import.meta.url);

/** The published schema, compiled in strict mode: an unknown keyword or a loose type would throw here. */
export const validateReport = new Ajv2020({ allErrors: true, strict: true }).compile(
  JSON.parse(readFileSync(file, 'utf8')) as object,
);
