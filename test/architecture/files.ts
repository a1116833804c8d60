import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that the project stands in. */
export const top = fileURLToPath(new URL('../..', import.meta.url));

const notOurs: readonly string[] = ['node_modules', 'dist', 'coverage', 'conformance-report'];

/** Every `.ts` below a folder of the project, as a path from its top; configuration files at the top are nobody's stage. */
export function projectFiles(): readonly string[] {
  return readdirSync(top, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !notOurs.includes(entry.name))
    .flatMap(({ name }) =>
      readdirSync(join(top, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => relative(top, join(entry.parentPath, entry.name)).split(sep).join('/')),
    );
}
