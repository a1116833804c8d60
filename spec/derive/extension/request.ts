import type { Normalisation } from '../../contract.ts';
import { typeOf } from '../../read/types.ts';
import type { Facts } from './facts.ts';

/** Whether sizes may be decimals: a page that describes their treatment takes them, whatever the type in its table. */
export function takesDecimals(facts: Facts): boolean {
  return facts['size.decimals'] !== undefined || typeOf(facts['request.size'].type)?.kind === 'number';
}

export function normalisations(facts: Facts): readonly Normalisation[] {
  const operation = facts['size.decimals'];
  if (operation === undefined) return [];
  const pointer = `/body/${facts['request.action'].name}/${facts['request.size'].name}`;
  return [{ pointer, operation, fact: 'size.decimals' }];
}
