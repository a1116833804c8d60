import { idsIn, requirementIn } from '../spec/requirements.ts';
import type { CertifiedOperation } from '../verdicts/result.ts';
import type { Operation } from './operation.ts';

/** What a result says of the operation that it is of. */
export function certifiedOf({ id, register, roles }: Operation): CertifiedOperation {
  const levels = Object.fromEntries(idsIn(register).map((one) => [one, requirementIn(register, one).level]));
  return { id, smokeTest: roles.smokeTest, levels };
}
