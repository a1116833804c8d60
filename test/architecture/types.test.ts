import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { projectFiles, top } from './files.ts';

/** The vendors' of the packed tests are nobody's here. */
const files = projectFiles().filter((file) => !file.startsWith('test/packed/'));

/** The names of the types that a file declares; what it adds to another package's is that package's name. */
function typesOf(file: string, text: string): readonly string[] {
  const names: string[] = [];
  let inOthers = 0;
  const add = ({ id }: { readonly id: { readonly name: string } | null }): void => {
    if (id !== null && inOthers === 0) names.push(id.name);
  };
  new Visitor({
    TSModuleDeclaration: () => {
      inOthers += 1;
    },
    'TSModuleDeclaration:exit': () => {
      inOthers -= 1;
    },
    TSInterfaceDeclaration: add,
    TSTypeAliasDeclaration: add,
    TSEnumDeclaration: add,
    ClassDeclaration: add,
  }).visit(parseSync(file, text).program);
  return names;
}

/** Type names of more than one file, each with its files. */
function doubled(sources: readonly (readonly [file: string, text: string])[]): readonly string[] {
  const places = new Map<string, Set<string>>();
  for (const [file, text] of sources) {
    for (const name of typesOf(file, text)) places.set(name, (places.get(name) ?? new Set()).add(file));
  }
  return [...places].flatMap(([name, all]) => (all.size > 1 ? [`${name}: ${[...all].join(', ')}`] : []));
}

test('no type name is declared twice: one word, one thing', () => {
  const sources = files.map((file) => [file, readFileSync(join(top, file), 'utf8')] as const);
  expect(sources.length).toBeGreaterThan(50);
  expect(doubled(sources)).toEqual([]);
});

test.each([
  ['an interface', 'export interface Line {}', 'interface Line {}'],
  ['a type alias', 'type Line = string;', 'export type Line = number;'],
  ['a class', 'export class Line {}', 'interface Line {}'],
  ['one within a function', 'function f() { type Line = 1; }', 'class Line {}'],
])('%s declared again elsewhere is found', (_, one, other) => {
  expect(
    doubled([
      ['a/x.ts', one],
      ['b/y.ts', other],
    ]),
  ).toEqual(['Line: a/x.ts, b/y.ts']);
});

test.each([
  ['a name of one file alone', 'interface Line { a: 1 }', 'interface Point {}'],
  ['a value of the name', 'interface Line {}', 'const Line = 1;'],
  [
    'what two files add to a type of another package',
    "declare module 'vitest' { interface TaskMeta { a?: 1 } }",
    "declare module 'vitest' { interface TaskMeta { b?: 1 } }",
  ],
])('%s is not', (_, one, other) => {
  expect(
    doubled([
      ['a/x.ts', one],
      ['b/y.ts', other],
    ]),
  ).toEqual([]);
});
