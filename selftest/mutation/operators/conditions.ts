import type { Expression } from 'oxc-parser';
import type { Operator } from './operator.ts';

const deciding = new Set(['filter', 'find', 'findIndex', 'findLast', 'some', 'every']);
const asking = new Set(['has', 'hasOwn', 'includes', 'some', 'every', 'test', 'startsWith', 'endsWith', 'isArray']);

/** Whether an expression is a condition, as far as its form shows. */
function isCondition(node: Expression): boolean {
  if (node.type === 'LogicalExpression') return node.operator !== '??';
  if (node.type === 'BinaryExpression') return /^([<>]=?|[!=]==|in|instanceof)$/.test(node.operator);
  if (node.type === 'UnaryExpression') return node.operator === '!';
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
    ? node.callee.property.type === 'Identifier' && asking.has(node.callee.property.name)
    : false;
}

/** Reverses the decision of an `if`, a ternary, a predicate or a function with a boolean result. */
export const conditions: Operator = (text, edit) => {
  const negate = (node: Expression): void => {
    const own = text.slice(node.start, node.end);
    // an equality is reversed by its operator
    if (node.type === 'BinaryExpression' && node.operator.endsWith('==')) return;
    if (node.type === 'UnaryExpression' && node.operator === '!') edit(node.start, node.argument.start, '');
    else edit(node.start, node.end, `!(${own})`);
  };
  return {
    IfStatement: ({ test }) => negate(test),
    ConditionalExpression: ({ test }) => negate(test),
    ReturnStatement({ argument }) {
      if (argument !== null && isCondition(argument)) negate(argument);
    },
    ArrowFunctionExpression({ body }) {
      if (body.type !== 'BlockStatement' && isCondition(body)) negate(body);
    },
    CallExpression({ callee, arguments: [predicate] }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (!deciding.has(callee.property.name) || predicate === undefined) return;
      if (predicate.type === 'Identifier') {
        edit(predicate.start, predicate.end, `(one) => !${text.slice(predicate.start, predicate.end)}(one)`);
      }
      const isArrow = predicate.type === 'ArrowFunctionExpression' && predicate.body.type !== 'BlockStatement';
      if (isArrow) negate(predicate.body as Expression);
    },
    LogicalExpression({ left, right, operator, start, end }) {
      if (operator === '??') {
        edit(start, end, text.slice(left.start, left.end));
        edit(start, end, text.slice(right.start, right.end));
        return;
      }
      const at = text.indexOf(operator, left.end);
      edit(at, at + 2, operator === '&&' ? '||' : '&&');
    },
  };
};
