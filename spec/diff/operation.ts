import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../contract.ts';
import { change, demanded, type FoundChange, placeInWords, told } from './change.ts';

/**
 * Method, path without the names of its parameters, and the key of the body: a server distinguishes operations by
 * these.
 */
export function operationKey({ operation: { action, method, path } }: Contract): string {
  const shape = path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
  return `${method} ${shape}${action === null ? '' : ` ${action}`}`;
}

/** The operation in words. */
export function operationInWords({ operation: { action, method, path } }: Contract): string {
  return `${method} ${path}${action === null ? '' : ` with ${action}`}`;
}

/** Differences of the operation as a whole: method, path, status, places in an answer, names. */
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

/** Changes of the roles of fields that both answers have; other fields report their own. */
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

/** Changes of the roles of parameters that both queries have; other parameters report their own. */
function rolesChanges(before: Contract, after: Contract): readonly FoundChange[] {
  const [old, now] = [rolesOf(before), rolesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was === is || [before, after].some((contract) => !takes(contract, name))) return [];
    return [change(demanded(was, is), placeInWords('query', `/${name}`), `does: ${told(was)} → ${told(is)}`)];
  });
}

/** The role of each parameter, by name: `limit`, or `filter by /status`. */
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
