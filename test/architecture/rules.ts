import { posix } from 'node:path';
import type { ArchitectureRules, Permission } from './document.ts';
import type { Import, SourceFile } from './source.ts';

const longest = 250;
/** Length is touched like any reserved thing, so that the table can name who may. */
const tooLong = `more than ${longest} lines`;

/** Everything one file does against the rules, a sentence each. */
export function violations(source: SourceFile, rules: ArchitectureRules): readonly string[] {
  const row = rowOf(source.file, rules);
  if (row === undefined) return [`${source.file} is in no folder of ARCHITECTURE.md's table: add a row`];
  const [folder, allowed] = row;
  if (allowed === 'anything') return [];
  return [
    ...source.imports.flatMap((one) => {
      const problem = one.from.startsWith('.')
        ? crossing(source.file, folder, allowed, one)
        : outside(source.file, one, rules);
      return problem === undefined ? [] : [`${source.file} imports ${one.from}: ${problem}`];
    }),
    ...[...new Set([...source.touches, ...(source.lines > longest ? [tooLong] : [])])].flatMap((touch) => {
      const problem = reservation(source.file, touch, rules);
      return problem === undefined ? [] : [`${source.file} has ${touch}: ${problem}`];
    }),
  ];
}

/** The row of a file: the longest path in the table that it is, or lies below. */
function rowOf(file: string, { folders }: ArchitectureRules) {
  return [...folders].filter(([path]) => within(file, path)).sort(([one], [other]) => other.length - one.length)[0];
}

const within = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`);

function crossing(file: string, folder: string, allowed: readonly Permission[], one: Import): string | undefined {
  const target = posix.join(posix.dirname(file), one.from);
  if (within(target, folder)) return undefined;
  const permission = allowed.find(({ path }) => within(target, path));
  const list = allowed.map(({ path, typesOnly }) => `${path}${typesOnly ? ' (types)' : ''}`).join(', ');
  if (permission === undefined) return `${folder} may import ${list === '' ? 'nothing of the project' : list} only`;
  if (permission.typesOnly && !one.typesOnly) return `${folder} may import the types of ${permission.path} only`;
  return undefined;
}

function outside(file: string, one: Import, rules: ArchitectureRules): string | undefined {
  if (one.from.startsWith('node:')) return reservation(file, one.from, rules);
  // Types leave no trace in what is shipped; what is a test of vitest's may say so.
  if (one.typesOnly || (one.from === 'vitest' && file.endsWith('.test.ts'))) return undefined;
  const name = one.from
    .split('/')
    .slice(0, one.from.startsWith('@') ? 2 : 1)
    .join('/');
  const places = rules.packages.get(name);
  if (places === undefined) return `${name} is not in the table of run-time dependencies`;
  if (places.some((place) => within(file, place))) return undefined;
  return `${name} is for ${places.join(', ')} only`;
}

function reservation(file: string, what: string, { reserved }: ArchitectureRules): string | undefined {
  const places = reserved.get(what);
  if (places === undefined || places.some((place) => within(file, place))) return undefined;
  return `it is for ${places.join(', ')} only`;
}
