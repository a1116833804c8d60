import type { ValidateFunction } from 'ajv/dist/2020.js';
import { openAjv } from '../../spec/ajv.ts';
import type { Contract } from '../../spec/contract.ts';
import { outline } from '../../spec/statement.ts';
import type { Complaint } from '../complaint.ts';
import type { Step } from '../step.ts';
import { complain } from './phrases.ts';

const compiled = new WeakMap<Contract, ValidateFunction>();

/** The complaint where an accepted request's body is not of the documented shape. */
export function wrongSuccessBody(step: Step, contract: Contract): Complaint | undefined {
  const { schema } = contract.response.success;
  const { reply } = step.exchange;
  if (schema === null || reply.kind === 'none') return undefined;
  const validate = compiled.get(contract) ?? openAjv().compile(schema);
  compiled.set(contract, validate);
  if (validate(reply.json)) return undefined;
  const body = reply.text === '' ? 'an empty body' : reply.text.slice(0, 120);
  return complain(step, 'body', contract, outline(schema), `answered ${reply.status} with ${body}`);
}
