import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../contract.ts';
import { change, demanded, type FoundChange, told } from './change.ts';

/** Method, path without the names of its parameters, and the key of the body: what a server tells operations apart by. */
export function operationKey({ operation: { action, method, path } }: Contract): string {
  const shape = path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
  return `${method} ${shape}${action === null ? '' : ` ${action}`}`;
}

/** The operation as people call it. */
export function operationInWords({ operation: { action, method, path } }: Contract): string {
  return `${method} ${path}${action === null ? '' : ` with ${action}`}`;
}

/** What differs of the operation as a whole: method, path, status, where an answer has what, what it is called. */
export function operationChanges(before: Contract, after: Contract): readonly FoundChange[] {
  const [old, now] = [before.operation, after.operation];
  const status = [before.response.success.status, after.response.success.status] as const;
  const moved = operationKey(before) !== operationKey(after);
  return [
    ...(moved
      ? [
          change('breaking', 'operation', `${operationInWords(before)} → ${operationInWords(after)}`, {
            reach: 'every-row',
          }),
        ]
      : []),
    ...(status[0] === status[1]
      ? []
      : [
          change(demanded(...status), 'answer', `status ${told(status[0])} → ${told(status[1])}`, {
            facts: ['response.success-status'],
            parts: ['status'],
          }),
        ]),
    ...answerChanges(before, after),
    ...rolesChanges(before, after),
    ...differing('metadata', 'operation', { deprecated: [old.deprecated, now.deprecated] }),
    ...differing('metadata', 'operation', { kind: [old.kind, now.kind], resource: [old.resource, now.resource] }),
    ...differing('none', 'contract', { id: [before.id, after.id] }),
  ];
}

/** Roles of fields that both answers have: of others, the field says it. */
function answerChanges(before: Contract, after: Contract): readonly FoundChange[] {
  return (['items', 'id', 'created', 'job', 'next'] as const).flatMap((role) => {
    const [old, now] = [before.answers[role], after.answers[role]];
    if (isDeepStrictEqual(old, now)) return [];
    const what = `${role} ${told(old)} → ${told(now)}`;
    return [
      change(demanded(old, now), 'answer', what, role === 'job' ? { parts: ['job'], facts: ['response.job'] } : {}),
    ];
  });
}

/** What a query is understood to do, where it is said of a parameter. */
function rolesChanges(before: Contract, after: Contract): readonly FoundChange[] {
  const [old, now] = [before.operation.roles, after.operation.roles];
  return (['limit', 'offset', 'marker', 'sortKey', 'sortDir', 'filters'] as const).flatMap((role) =>
    isDeepStrictEqual(old[role], now[role])
      ? []
      : [change(demanded(old[role], now[role]), 'query', `role ${role}: ${told(old[role])} → ${told(now[role])}`)],
  );
}

function differing(
  kind: FoundChange['class'],
  where: string,
  pairs: Readonly<Record<string, readonly [unknown, unknown]>>,
): readonly FoundChange[] {
  return Object.entries(pairs).flatMap(([name, [old, now]]) =>
    old === now ? [] : [change(kind, where, `${name} ${told(old)} → ${told(now)}`)],
  );
}
