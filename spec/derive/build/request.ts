import type { JsonSchema, Normalisation } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import { schemaOf } from './schemas.ts';

/** A page that tells what happens to decimals takes them, whatever the type in its table. */
export function takesDecimals(facts: Facts): boolean {
  return facts['size.decimals'] !== undefined || schemaOf(facts['request.size'].type).type === 'number';
}

export function requestSchema(facts: Facts): JsonSchema {
  const action = facts['request.action'].name;
  const { name, type } = facts['request.size'];
  const size = takesDecimals(facts) ? { type: 'number' } : schemaOf(type);
  return {
    type: 'object',
    required: [action],
    properties: { [action]: { type: 'object', required: [name], properties: { [name]: size } } },
  };
}

export function normalisations(facts: Facts): readonly Normalisation[] {
  const operation = facts['size.decimals'];
  if (operation === undefined) return [];
  const pointer = `/body/${facts['request.action'].name}/${facts['request.size'].name}`;
  return [{ pointer, operation, fact: 'size.decimals' }];
}
