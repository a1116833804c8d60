import type { Operator } from './operator.ts';

/** Leaves a statement out. */
export const statements: Operator = (_, edit) => ({
  ExpressionStatement: ({ start, end }) => edit(start, end, ';'),
  IfStatement({ alternate, start, end }) {
    if (alternate === null) edit(start, end, ';');
  },
});
