import { readFileSync } from 'node:fs';

/** Something that may be imported: a folder or one file, whole or its types only. */
export interface Permission {
  readonly path: string;
  readonly typesOnly: boolean;
}

export interface ArchitectureRules {
  /** Folder or file → what it may import. */
  readonly folders: ReadonlyMap<string, readonly Permission[] | 'anything'>;
  /** Module, or expression, → the only places that may touch it. */
  readonly reserved: ReadonlyMap<string, readonly string[]>;
  /** Package → the folders that use it. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
}

/** The rules as ARCHITECTURE.md states them: its tables are told apart by their heads. */
export function readRules(file = new URL('../../ARCHITECTURE.md', import.meta.url)): ArchitectureRules {
  const text = readFileSync(file, 'utf8');
  return {
    folders: new Map(
      table(text, 'folder').map(([folder = '', , allowed = '']) => [codes(folder)[0] ?? '', permissions(allowed)]),
    ),
    reserved: new Map(
      table(text, 'what').flatMap(([what = '', places = '']) => codes(what).map((one) => [one, codes(places)])),
    ),
    packages: new Map(
      table(text, 'package').flatMap(([names = '', places = '']) => codes(names).map((one) => [one, codes(places)])),
    ),
  };
}

function table(text: string, head: string): string[][] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.split('|')[1]?.trim() === head);
  if (start < 0) throw new Error(`ARCHITECTURE.md has no table that begins with the column "${head}"`);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const codes = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

function permissions(cell: string): readonly Permission[] | 'anything' {
  if (cell === 'anything') return cell;
  return [...cell.matchAll(/`([^`]+)`( \(types\))?/g)].flatMap(([, path = '', types]) =>
    expanded(path).map((one) => ({ path: one, typesOnly: types !== undefined })),
  );
}

/** `engine/{step,timing}.ts` is two files. */
function expanded(path: string): readonly string[] {
  const [, before = '', names, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return names === undefined ? [path] : names.split(',').map((name) => `${before}${name}${after}`);
}
