import type { RequirementId } from '../../spec/requirements.ts';

/** The checks whose refusals show every clause: size, decimal, body, type and state. */
export const refusalChecks = [
  'size.not-greater',
  'size.over-maximum',
  'decimal.lower-bound',
  'body.os-extend',
  'body.new-size',
  'body.new-size-type',
  'state.in-use-shared',
  'state.server-status',
] as const satisfies readonly RequirementId[];

/** The checks whose acceptances show every kind of volume and size. */
export const acceptanceChecks = [
  'operation.route',
  'size.greater',
  'decimal.accepted',
  'state.available-shared',
  'state.in-use',
] as const satisfies readonly RequirementId[];
