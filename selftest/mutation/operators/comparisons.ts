import type { Operator } from './operator.ts';

/** Operators, and what they are mistaken for. */
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

/** Methods, and what they are mistaken for. */
const confused: Readonly<Record<string, string>> = { min: 'max', max: 'min', some: 'every', every: 'some' };

/** Compares, counts or chooses the other way: a bound that is inclusive, a sum that is a difference, `min` for `max`. */
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
