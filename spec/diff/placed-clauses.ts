import type { Clause, Contract } from '../contract.ts';
import type { PlacedClause } from './change.ts';

const PLACES = { path: 'path', query: 'query', body: 'request', fixtures: 'fixtures' } as const;
const INSIDE = { items: '/*', additionalProperties: '/*', propertyNames: '/*:keys' } as const;

/** The clauses of a contract, each with its place in a request, from its path in the case schema. */
export function placedClauses({ clauses }: Pick<Contract, 'clauses'>): readonly PlacedClause[] {
  return clauses.map(placed);
}

function placed(clause: Clause): PlacedClause {
  const steps = clause.schemaPath.replace(/^#\/?/, '').split('/');
  let place: PlacedClause['place'] = 'rule';
  let pointer = '';
  let at = 0;
  for (; at < steps.length; at += 1) {
    const step = steps[at] ?? '';
    const isLast = at === steps.length - 1;
    if (step === 'properties' && !isLast) {
      at += 1;
      const name = steps[at] ?? '';
      if (place === 'rule' && Object.hasOwn(PLACES, name)) place = PLACES[name as keyof typeof PLACES];
      else pointer += `/${name}`;
    } else if (Object.hasOwn(INSIDE, step) && !isLast) pointer += INSIDE[step as keyof typeof INSIDE];
    // an alternative as a whole defines the kind of value
    else if (/^(?:allOf|anyOf|oneOf)$/.test(step)) at += 1;
    else return { ...clause, place, pointer: pointer === '' ? '/' : pointer, keyword: step };
  }
  return { ...clause, place, pointer: pointer === '' ? '/' : pointer, keyword: place === 'rule' ? 'rule' : 'type' };
}

/** Most pages use one word for both kinds of a range's end. */
const SAME: Readonly<Record<string, string>> = { exclusiveMaximum: 'maximum', exclusiveMinimum: 'minimum' };

/** Whether two keywords bound the same end. */
export function isSameBound(one: string, other: string): boolean {
  return (SAME[one] ?? one) === (SAME[other] ?? other);
}
