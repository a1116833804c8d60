import { type Program, Visitor } from 'oxc-parser';

/** A stretch of a file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The declarations at the top of a file whose names are used in these ranges alone, or by one another. */
export function usedOnlyWithin(ranges: readonly Range[], program: Program): readonly Range[] {
  const uses: (Range & { readonly name: string })[] = [];
  new Visitor({ Identifier: (node) => void uses.push(node) }).visit(program);
  const inside = (one: Range, all: readonly Range[]): boolean =>
    all.some(({ start, end }) => one.start >= start && one.end <= end);
  const found: Range[] = [];
  // a declaration may serve one that is written below it, a function one above it
  for (const node of [...program.body.toReversed(), ...program.body]) {
    if (node.type !== 'VariableDeclaration' && node.type !== 'FunctionDeclaration') continue;
    const declared = 'declarations' in node ? node.declarations.map(({ id }) => id) : [node.id];
    const own = uses.filter((use) =>
      inside(
        use,
        declared.filter((id) => id !== null),
      ),
    );
    const others = uses.filter((use) => !inside(use, [node]) && own.some(({ name }) => name === use.name));
    if (others.length > 0 && others.every((use) => inside(use, [...ranges, ...found]))) found.push(node);
  }
  return found;
}
