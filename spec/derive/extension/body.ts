import type { JsonSchema } from '../../contract.ts';
import type { Marks } from './clauses.ts';
import type { Facts } from './facts.ts';
import { takesDecimals } from './request.ts';

/** A string that is a number as a whole: existing clients send such strings. */
const NUMERIC_STRING = '^-?[0-9]+(\\.[0-9]+)?$';

/** The body of a case. Undocumented keys are open, so they break an advisory clause. */
export function bodySchema(facts: Facts, others: Readonly<Record<string, JsonSchema>>, { mark }: Marks): JsonSchema {
  const action = facts['request.action'].name;
  const size = facts['request.size'].name;
  const type = { anyOf: [{ type: 'number' }, { type: 'string', pattern: NUMERIC_STRING }] };
  const inner = {
    type: 'object',
    required: [size],
    additionalProperties: false,
    properties: {
      [size]: { allOf: [mark('body.new-size-type', type), sizeSchema(facts, { mark })] },
    },
  };
  mark('body.os-extend-type', inner, 'type');
  mark('body.new-size', inner, 'required');
  mark('body.extra-keys-nested', inner, 'additionalProperties');
  const body = {
    type: 'object',
    required: [action],
    additionalProperties: false,
    properties: { [action]: inner, ...others },
  };
  mark('body.os-extend-body', body, 'type');
  mark('body.os-extend', body, 'required');
  return mark('body.extra-keys', body, 'additionalProperties');
}

/** Each bound is a keyword of its own, so that an error tells which one is broken. */
function sizeSchema(facts: Facts, { mark }: Pick<Marks, 'mark'>): JsonSchema {
  const { from, greaterThan, maximum } = facts['size.range'] ?? {};
  const number = mark('body.numeric-string', { type: 'number' }, 'type');
  const current = { $data: '/fixtures/volume/size' };
  const schema = Object.assign(
    number,
    from === undefined ? {} : { minimum: current },
    { exclusiveMinimum: current },
    maximum === undefined ? {} : { maximum, exclusiveMaximum: maximum },
    takesDecimals(facts) ? {} : { multipleOf: 1 },
  );
  if (from !== undefined) mark('size.not-greater-below', schema as { readonly minimum: unknown }, 'minimum');
  mark(greaterThan === undefined ? 'size.growth' : 'size.not-greater', schema, 'exclusiveMinimum');
  if (maximum !== undefined) {
    mark('size.over-maximum', schema, 'maximum');
    mark('size.maximum', schema, 'exclusiveMaximum');
  }
  if (!takesDecimals(facts)) mark('size.whole', schema, 'multipleOf');
  return schema;
}
