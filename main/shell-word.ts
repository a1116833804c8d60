import { relative } from 'node:path';

/** One word for a shell, with any content; invisible characters are left out. */
export function word(text: string): string {
  const seen = text.replace(/[\p{C}\u2028\u2029]/gu, '');
  return /^[\w@%+=:,./-]+$/.test(seen) ? seen : `'${seen.replaceAll("'", "'\\''")}'`;
}

/** A folder as typed in a shell: relative if it is below the working directory. */
export function folderWord(folder: string): string {
  const below = relative('.', folder);
  if (below === '') return '.';
  if (below.startsWith('..')) return word(folder);
  return word(below.startsWith('-') ? `./${below}` : below);
}
