import type { ContractField } from '../fields.ts';
import type { FoundChange, PlacedClause } from './change.ts';

/** Whether a pointer is of something inside another. */
export function isBelow(pointer: string, other: string): boolean {
  return other === '/' ? pointer !== '/' : pointer.startsWith(`${other}/`);
}

/** Whether it is told of an answer, which nobody sends. */
export function isAnswer({ place }: ContractField): boolean {
  return place === 'success' || place === 'error';
}

/** The facts that state a field, before and after. */
export function factsOf(before: ContractField, after: ContractField): readonly string[] {
  return [...new Set([before.fact, after.fact])].filter((fact) => fact !== null);
}

/** The part of a contract that a place is. */
export function partsOf({ place }: ContractField): FoundChange['parts'] {
  return place === 'error' ? ['envelope'] : [];
}

/** Whether a clause stands for a keyword of this very field. */
export function isAt(clause: PlacedClause, place: ContractField['place'], pointer: string): boolean {
  return clause.place === place && clause.pointer === pointer;
}

/** Whether a clause is what makes a field mandatory. */
export function isObligation(clause: PlacedClause, { place, pointer }: ContractField): boolean {
  return clause.keyword === 'required' && isAt(clause, place, pointer.slice(0, pointer.lastIndexOf('/')) || '/');
}

/** Of the field, of all below it, or that it must be there. */
export function isOf(clause: PlacedClause, field: ContractField): boolean {
  const { isRequired, place, pointer } = field;
  const isInside = clause.pointer === pointer || isBelow(clause.pointer, pointer);
  return (clause.place === place && isInside) || (isRequired && isObligation(clause, field));
}
