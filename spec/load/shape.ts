import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { checkedSchema } from '../checked-schema.ts';
import type { Contract, Provenance } from '../contract.ts';
import { packageRoot } from '../root.ts';
import { ContractError } from './error.ts';

interface Shapes {
  readonly contract: ValidateFunction<Contract>;
  readonly provenance: ValidateFunction<Provenance>;
}

let shapes: Shapes | undefined;

/** Both shapes of `contract.schema.json`, compiled once. */
function compiled(): Shapes {
  if (shapes !== undefined) return shapes;
  const schema: { $id: string } = JSON.parse(readFileSync(join(packageRoot(), 'schemas/contract.schema.json'), 'utf8'));
  const ajv = new Ajv2020({ ...checkedSchema, allErrors: true });
  const contract = ajv.compile<Contract>(schema);
  shapes = { contract, provenance: ajv.compile<Provenance>({ $ref: `${schema.$id}#/$defs/provenance` }) };
  return shapes;
}

/** @throws ContractError if the value does not have the shape of a contract */
export function asContract(value: unknown, file: string): Contract {
  return accept(compiled().contract, value, file);
}

/** @throws ContractError if the value does not have the shape of a provenance */
export function asProvenance(value: unknown, file: string): Provenance {
  return accept(compiled().provenance, value, file);
}

function accept<T>(validate: ValidateFunction<T>, value: unknown, file: string): T {
  if (validate(value)) return value;
  // the deepest error is the nearest to its cause: those above only report a failed alternative
  const errors = [...(validate.errors ?? [])].sort((one, two) => depth(two.instancePath) - depth(one.instancePath));
  const { instancePath = '', message = 'has the wrong shape', params } = errors[0] ?? {};
  const detail = params === undefined ? '' : ` ${JSON.stringify(params)}`;
  throw new ContractError(file, instancePath, `${message}${detail}`.slice(0, 400));
}

function depth(pointer: string): number {
  return pointer.split('/').length;
}
