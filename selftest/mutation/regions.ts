import { type Program, Visitor } from 'oxc-parser';
import { type Range, usedOnlyWithin } from './uses.ts';

/** The parts that are never edited, and those whose edits are always tried. */
export interface Regions {
  readonly skipped: readonly Range[];
  readonly telling: (range: Range, was: string) => boolean;
}

/**
 * Skipped: types, which do not exist at run time; imports; and the examples of checks, which are tests, with
 * declarations for them alone.
 * Telling: the code of judges, and the bounds of generators.
 */
export function regionsOf(file: string, program: Program): Regions {
  const skipped: Range[] = [];
  const judges: Range[] = [];
  /** The declarations of checks: their titles, needs and cases are no judges. */
  const declarations: Range[] = [];
  const skip = (node: Range): void => void skipped.push(node);
  new Visitor({
    ImportDeclaration: skip,
    TSTypeAnnotation: skip,
    TSTypeAliasDeclaration: skip,
    TSInterfaceDeclaration: skip,
    TSTypeParameterInstantiation: skip,
    TSLiteralType: skip,
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && /^define(Check|PassiveCheck)$/.test(node.callee.name))
        declarations.push(node);
    },
    Property({ key, value }) {
      if (key.type !== 'Identifier') return;
      if (key.name === 'examples') skip(value);
      if (key.name === 'judge') judges.push(value);
    },
  }).visit(program);
  skipped.push(...usedOnlyWithin(skipped, program));
  const within = (range: Range, all: readonly Range[]): boolean =>
    all.some(({ start, end }) => range.start >= start && range.end <= end);
  const bound = /^(-?[\d_.]+n?|[<>]=?|min|max|[-+])$/;
  return {
    skipped,
    telling(range, was) {
      if (file.startsWith('generators/')) return bound.test(was);
      if (file.startsWith('suites/extend-volume/')) return within(range, judges) || !within(range, declarations);
      return file.startsWith('engine/judge/') || file.startsWith('verdicts/');
    },
  };
}
