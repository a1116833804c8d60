import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../spec/contracts/', import.meta.url);

/** The contract files that come with the package. */
export const committed = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.includes('.provenance.'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
