import { findContract } from '../../spec/load.ts';
import { isListed } from '../../spec/parts.ts';
import {
  idsIn,
  type Requirement,
  type RequirementId,
  registers,
  requirementIn,
  untestedIn,
} from '../../spec/requirements.ts';

const register = registers['extend-volume'];
const { contract } = findContract('extend-volume');

export const { requirements } = register;
export const requirement = (id: RequirementId): Requirement => requirementIn(register, id);

/** The requirements of the extension that a report on the first page lists, which most tests are about. */
export const requirementIds = idsIn(register).filter((id) => isListed(contract, id, requirement(id)));
export const untested = Object.fromEntries(untestedIn(register, contract));

/** How many rows are judged, and how many are not because nothing certifies them. */
export const judged = requirementIds.length;
export const beyond = Object.keys(untested).length;
export const smokeTest = 'operation.route';
