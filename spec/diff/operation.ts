import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../contract.ts';
import { change, demanded, type FoundChange, placeInWords, told } from './change.ts';

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

/** What the parameters of both queries are understood to do: of others, the field says it. */
function rolesChanges(before: Contract, after: Contract): readonly FoundChange[] {
  const [old, now] = [rolesOf(before), rolesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was === is || [before, after].some((contract) => !takes(contract, name))) return [];
    return [change(demanded(was, is), placeInWords('query', `/${name}`), `does: ${told(was)} → ${told(is)}`)];
  });
}

/** What each parameter does, by its name: `limit`, or `filter by /status`. */
function rolesOf({ operation: { roles } }: Contract): ReadonlyMap<string, string> {
  const { filters = {}, ...others } = roles;
  return new Map([
    ...Object.entries(others).map(([role, name]) => [name, role] as const),
    ...Object.entries(filters).map(([name, pointer]) => [name, `filter by ${pointer}`] as const),
  ]);
}

function takes({ operation: { query } }: Contract, name: string): boolean {
  return Object.hasOwn((query?.properties ?? {}) as object, name);
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
