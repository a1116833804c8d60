import { idsIn, requirementIn } from '../../spec/requirements.ts';
import type { CertifiedOperation } from '../../verdicts/result.ts';
import type { Operation } from '../operation.ts';

/** The part of a result about its operation: the rows that every result has, for any page. */
export function certifiedOf({ id, register, roles }: Operation): CertifiedOperation {
  const always = idsIn(register).filter((one) => requirementIn(register, one).listed === undefined);
  const levels = Object.fromEntries(always.map((one) => [one, requirementIn(register, one).level]));
  return { id, smokeTest: roles.smokeTest, levels };
}
