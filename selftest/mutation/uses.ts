import { type Program, Visitor } from 'oxc-parser';

/** A stretch of a file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The declarations at the top level of a file whose names are used only in these ranges, or by each other. */
export function usedOnlyWithin(ranges: readonly Range[], program: Program): readonly Range[] {
  const uses: (Range & { readonly name: string })[] = [];
  new Visitor({ Identifier: (node) => void uses.push(node) }).visit(program);
  const inside = (one: Range, all: readonly Range[]): boolean =>
    all.some(({ start, end }) => one.start >= start && one.end <= end);
  const found: Range[] = [];
  // a declaration may serve a later one, a function also an earlier one
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
