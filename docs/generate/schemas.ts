import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../spec/root.ts';
import type { DocumentedSchema } from './schema-rows.ts';

/** A public schema by its name: `config`. */
export const schemaNamed = (name: string): DocumentedSchema =>
  JSON.parse(readFileSync(join(packageRoot(), 'schemas', `${name}.schema.json`), 'utf8')) as DocumentedSchema;
