import type { JsonSchema, Precondition } from '../../contract.ts';
import { attachment, fixture, ifThen, RESTING, volumeFixture } from '../contract/case.ts';
import type { Marks } from './clauses.ts';
import type { Facts } from './facts.ts';

/** The volume of a case; a status that the page does not name is open. */
export function volumeSchema(facts: Facts, { mark }: Marks): JsonSchema {
  const named = [facts['state.available'], facts['state.in-use']].flatMap((state) => state?.status ?? []);
  const status = { type: 'string', enum: named.length === 0 ? [RESTING] : named };
  return volumeFixture(mark('state.other', status, 'enum'));
}

/** A rule of the page about volumes in one status; its fact has a clause of the same name. */
interface StatusRule {
  readonly status: string;
  readonly on: string;
  readonly requires: JsonSchema;
  readonly fact: 'state.in-use-shared' | 'state.server-status';
}

function rulesOf(facts: Facts): readonly StatusRule[] {
  const unshared = facts['state.in-use-shared'];
  const listing = facts['state.server-status'];
  const rules: StatusRule[] = [];
  if (unshared !== undefined) {
    const { status, multiattach } = unshared;
    rules.push({ status, on: 'volume.multiattach', requires: { const: multiattach }, fact: 'state.in-use-shared' });
  }
  if (listing !== undefined) {
    const { status, servers } = listing;
    const requires = { type: 'array', items: { enum: servers } };
    rules.push({ status, on: 'volume.servers', requires, fact: 'state.server-status' });
  }
  return rules;
}

/** The page's conditions on a volume, as data. */
export function preconditions(facts: Facts): readonly Precondition[] {
  return rulesOf(facts).map(({ status, on, requires, fact }) => {
    return { on, when: { 'volume.status': { const: status } }, requires, fact };
  });
}

/** The same rules for a case, and the meaning of a status's words. */
export function stateRules(facts: Facts, { mark }: Marks): readonly JsonSchema[] {
  const rules = rulesOf(facts).map(({ status, on, requires, fact }) =>
    mark(fact, ifThen(fixture('volume.status', { const: status }), fixture(on, requires))),
  );
  return [...rules, attachment()];
}
