import type { Operator } from './operator.ts';

/** Operators, and the ones that are used by mistake in their place. */
const mistaken: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
};

/** Methods, and the ones that are used by mistake in their place. */
const confused: Readonly<Record<string, string>> = { min: 'max', max: 'min', some: 'every', every: 'some' };

/**
 * Reverses comparisons, counts and choices: an inclusive bound for an exclusive one, a difference for a sum, `min` for
 * `max`.
 */
export const comparisons: Operator = (text, edit) => ({
  BinaryExpression({ left, operator }) {
    const now = mistaken[operator];
    if (now === undefined) return;
    const at = text.indexOf(operator, left.end);
    edit(at, at + operator.length, now);
  },
  CallExpression({ callee }) {
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
    const { name, start, end } = callee.property;
    if (Object.hasOwn(confused, name)) edit(start, end, confused[name] ?? '');
  },
});
