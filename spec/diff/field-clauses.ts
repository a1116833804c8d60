import type { ContractField } from '../fields.ts';
import type { FoundChange, PlacedClause } from './change.ts';

/** Whether a pointer leads to something inside another one's place. */
export function isBelow(pointer: string, other: string): boolean {
  return other === '/' ? pointer !== '/' : pointer.startsWith(`${other}/`);
}

/** Whether a field belongs to an answer, which nobody sends. */
export function isAnswer({ place }: ContractField): boolean {
  return place === 'success' || place === 'error';
}

/** The facts of a field, before and after. */
export function factsOf(before: ContractField, after: ContractField): readonly string[] {
  return [...new Set([before.fact, after.fact])].filter((fact) => fact !== null);
}

/** The part of a contract to which a place belongs. */
export function partsOf({ place }: ContractField): FoundChange['parts'] {
  return place === 'error' ? ['envelope'] : [];
}

/** Whether a clause is a keyword of this very field. */
export function isAt(clause: PlacedClause, place: ContractField['place'], pointer: string): boolean {
  return clause.place === place && clause.pointer === pointer;
}

/** Whether a clause makes a field mandatory. */
export function isObligation(clause: PlacedClause, { place, pointer }: ContractField): boolean {
  return clause.keyword === 'required' && isAt(clause, place, pointer.slice(0, pointer.lastIndexOf('/')) || '/');
}

/** Whether a clause is about the field, about a field below it, or about its obligation. */
export function isOf(clause: PlacedClause, field: ContractField): boolean {
  const { isRequired, place, pointer } = field;
  const isInside = clause.pointer === pointer || isBelow(clause.pointer, pointer);
  return (clause.place === place && isInside) || (isRequired && isObligation(clause, field));
}
