import type { JsonSchema } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import type { Marks } from './clauses.ts';
import { takesDecimals } from './request.ts';

/** A string that is a number as a whole: shipped clients send it. */
const NUMERIC_STRING = '^-?[0-9]+(\\.[0-9]+)?$';

/** The body of a case. Other keys than the documented ones are open, so they break an advisory clause. */
export function bodySchema(facts: Facts, { mark }: Marks): JsonSchema {
  const { F12, F13 } = facts;
  const type = { anyOf: [{ type: 'number' }, { type: 'string', pattern: NUMERIC_STRING }] };
  const action = {
    type: 'object',
    required: [F13.name],
    additionalProperties: false,
    properties: {
      [F13.name]: { allOf: [mark('body.new-size-type', type), sizeSchema(facts, { mark })] },
    },
  };
  mark('body.action-type', action, 'type');
  mark('body.new-size', action, 'required');
  mark('body.extra-keys-nested', action, 'additionalProperties');
  const body = {
    type: 'object',
    required: [F12.name],
    additionalProperties: false,
    properties: { [F12.name]: action },
  };
  mark('body.type', body, 'type');
  mark('body.action', body, 'required');
  return mark('body.extra-keys', body, 'additionalProperties');
}

/** Each bound is a keyword of its own, so that a broken one is told from the others. */
function sizeSchema(facts: Facts, { mark }: Pick<Marks, 'mark'>): JsonSchema {
  const { greaterThan, maximum } = facts.F14 ?? {};
  const number = mark('body.numeric-string', { type: 'number' }, 'type');
  const schema = Object.assign(
    number,
    { exclusiveMinimum: { $data: '/volume/size' } },
    maximum === undefined ? {} : { maximum, exclusiveMaximum: maximum },
    takesDecimals(facts) ? {} : { multipleOf: 1 },
  );
  mark(greaterThan === undefined ? 'size.growth' : 'size.greater', schema, 'exclusiveMinimum');
  if (maximum !== undefined) {
    mark('size.maximum', schema, 'maximum');
    mark('size.maximum-end', schema, 'exclusiveMaximum');
  }
  if (!takesDecimals(facts)) mark('size.whole', schema, 'multipleOf');
  return schema;
}
