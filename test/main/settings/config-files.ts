import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for config files of one test file; `remove` it in the end. */
export function openConfigFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'evs-config-'));
  let files = 0;
  return {
    folder,
    /** Writes a config file and answers its path: text as it is, anything else as JSON. */
    file(content: unknown, name = `config-${++files}.json`): string {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
