import type { ValidateFunction } from 'ajv/dist/2020.js';
import { openAjv } from '../../spec/ajv.ts';
import { bindingPart } from '../../spec/binding.ts';
import type { Contract } from '../../spec/contract.ts';
import { receiptNames } from '../../spec/parts.ts';
import { outline } from '../../spec/statement.ts';
import type { Complaint } from '../complaint.ts';
import type { Step } from '../step.ts';
import { withoutNulls } from './answers.ts';
import { member } from './outcome.ts';
import { complain } from './phrases.ts';

const compiled = new WeakMap<Contract, ValidateFunction>();

/** The complaint where an accepted request's body is not of the documented shape, or its job's id names none. */
export function wrongSuccessBody(step: Step, contract: Contract): Complaint | undefined {
  const { schema } = contract.response.success;
  const { reply } = step.exchange;
  if (schema === null || reply.kind === 'none') return undefined;
  const validate = compiled.get(contract) ?? openAjv().compile(bindingPart(schema));
  compiled.set(contract, validate);
  const body = withoutNulls(reply.json);
  if (validate(body) && hasReceipt(body, contract)) return undefined;
  const seen = reply.text === '' ? 'an empty body' : reply.text.slice(0, 120);
  return complain(step, 'body', contract, outline(schema), `answered ${reply.status} with ${seen}`);
}

/** Whether a body names the begun job, if the page documents a name for it. */
function hasReceipt(json: unknown, contract: Contract): boolean {
  const names = receiptNames(contract);
  return names.length === 0 || names.some((name) => (member(json, name) ?? '') !== '');
}
