import type { JsonSchema, Normalisation } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import { schemaOf } from './schemas.ts';

/** A page that tells what happens to decimals takes them, whatever the type in its table. */
export function takesDecimals({ F13, F15 }: Facts): boolean {
  return F15 !== undefined || schemaOf(F13.type).type === 'number';
}

export function requestSchema(facts: Facts): JsonSchema {
  const { F12, F13 } = facts;
  const size = takesDecimals(facts) ? { type: 'number' } : schemaOf(F13.type);
  return {
    type: 'object',
    required: [F12.name],
    properties: { [F12.name]: { type: 'object', required: [F13.name], properties: { [F13.name]: size } } },
  };
}

export function normalisations({ F12, F13, F15 }: Facts): readonly Normalisation[] {
  return F15 === undefined ? [] : [{ pointer: `/body/${F12.name}/${F13.name}`, operation: F15, fact: 'F15' }];
}
