import { common } from '../../../spec/requirements/common.ts';
import { declareRequirements } from '../../../spec/requirements/requirement.ts';
import type { Register, RequirementId } from '../../../spec/requirements.ts';

const requirements = declareRequirements({
  'operation.route': { level: 'MUST', statement: 'serve {method} {path}', facts: [] },
  'body.name': {
    level: 'MUST',
    statement: 'refuse a body without a name that is text',
    facts: ['request.name'],
    rests: ['clauses'],
  },
  'response.success-status': common['response.success-status'],
  'response.error-status': common['response.error-status'],
  'effect.name': { level: 'MUST', statement: 'leave the volume with the name asked for', facts: ['request.name'] },
  'effect.size': { level: 'MUST', statement: 'leave the size as it was', facts: [] },
  'effect.refusal': { level: 'MUST', statement: 'leave the volume as it was after a refusal', facts: [] },
  'effect.others': { level: 'MUST', statement: 'change no other volume', facts: [] },
});

/** Two ids are none of the product's, whose registers the type is made from. */
export const own = (id: keyof typeof requirements): RequirementId => id as RequirementId;

export const register: Register = { requirements, untested: {} };
