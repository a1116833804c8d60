import { idsIn, type Requirement, type RequirementId, registers, requirementIn } from '../../spec/requirements.ts';

const register = registers['extend-volume'];

/** The requirements of the extension, which most tests are about. */
export const requirementIds = idsIn(register);
export const { requirements, untested } = register;
export const requirement = (id: RequirementId): Requirement => requirementIn(register, id);
export const smokeTest = 'operation.route';
