import type { JsonSchema } from '../../contract.ts';
import type { Deed } from './deed.ts';
import type { RequiredMultiattach, RequiredState, StateClause } from './statement.ts';

/** The subject of a page, as far as it decides which thing a sentence means. */
export interface PageSubject {
  /** The resource of the operation. */
  readonly resource: string;
  readonly operation: Deed;
}

/** The case in which an item of a list holds, and the owner that the list is about. */
export interface StateScope {
  readonly when: Readonly<Record<string, JsonSchema>>;
  readonly owner: string | null;
}

/** Outside of any list. */
export const EVERYWHERE: StateScope = { when: {}, owner: null };

/** A required value of an attribute. */
export interface ResolvedRule {
  /**
   * The owner and its attribute: `volume.status`, `volume.multiattach`, `volume.servers` (their states),
   * `snapshot.status`.
   */
  readonly on: string;
  /** The conditions of the rule on other attributes; empty: none. */
  readonly when: Readonly<Record<string, JsonSchema>>;
  /** A list keeps the order of the page, and also repeated states. */
  readonly requires: JsonSchema;
}

/** The rule of a statement in its place; undefined if its subject is open. */
export function requirementOf(
  statement: RequiredState | RequiredMultiattach,
  scope: StateScope,
  page: PageSubject,
): ResolvedRule | undefined {
  const inner = within(statement.when, scope, page);
  if (inner === undefined) return undefined;
  const { when } = inner;
  if (statement.kind === 'multiattach') {
    // in a creation, it is a field of the request
    if (page.resource !== 'volume' || page.operation.actions.has('create')) return undefined;
    return { on: 'volume.multiattach', when, requires: { const: statement.value } };
  }
  const { clause, forbidden } = statement;
  const on = keyOf(clause, inner, page);
  if (on === undefined || on in when) return undefined;
  const states = forbidden ? { not: { enum: clause.states } } : { enum: clause.states };
  return { on, when, requires: on === SERVERS ? { type: 'array', items: states } : states };
}

const SERVERS = 'volume.servers';

/** The dotted name of a clause's subject; undefined if several things are possible. */
export function keyOf({ subject, attribute }: StateClause, scope: StateScope, page: PageSubject): string | undefined {
  switch (subject) {
    case 'attached servers':
      // while a volume is being attached, its server is the future one
      return attribute === 'status' && !page.operation.actions.has('attach') ? SERVERS : undefined;
    case 'its servers':
      return attribute === 'status' && scope.owner === 'volume' ? SERVERS : undefined;
    case 'server':
      if (page.resource === 'server') return `server.${attribute}`;
      return attribute === 'status' && isInUse(scope) ? SERVERS : undefined;
    case 'it':
      return scope.owner === null ? undefined : `${scope.owner}.${attribute}`;
    case 'not named': {
      if (scope.owner !== null) return `${scope.owner}.${attribute}`;
      const alone = [...page.operation.owners].every((owner) => owner === page.resource);
      return alone && !page.operation.actions.has('create') ? `${page.resource}.${attribute}` : undefined;
    }
    default:
      return `${subject}.${attribute}`;
  }
}

function isInUse({ when }: StateScope): boolean {
  return when['volume.status']?.const === 'in-use';
}

/** The scope of a clause for which the sentence itself has a condition. */
export function within(clause: StateClause | null, scope: StateScope, page: PageSubject): StateScope | undefined {
  if (clause === null) return scope;
  const key = keyOf(clause, scope, page);
  if (key === undefined || key === SERVERS || key in scope.when) return undefined;
  const [state, ...others] = clause.states;
  const when = { ...scope.when, [key]: others.length === 0 ? { const: state } : { enum: clause.states } };
  return { when, owner: key.slice(0, key.indexOf('.')) };
}
