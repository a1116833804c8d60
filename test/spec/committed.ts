import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../spec/contracts/', import.meta.url);

const names = readdirSync(folder);

/** The files that say where a committed contract was read. */
export function provenancesOf(id: string): readonly string[] {
  return names.filter((name) => name.startsWith(`${id}.provenance.`));
}

/** The contract files that come with the package. */
export const committed = names
  .filter((name) => name.endsWith('.json') && !name.includes('.provenance.'))
  .toSorted()
  .map((name) => ({
    id: name.slice(0, -'.json'.length),
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }));

/** The path of a file beside them. */
export function committedFile(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/** Its bytes. */
export function committedText(name: string): string {
  return readFileSync(committedFile(name), 'utf8');
}
