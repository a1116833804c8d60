import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/volumes.schema.json' with { type: 'json' };
import { checkedSchema } from '../../spec/checked-schema.ts';
import { complaints } from './complaint.ts';
import { UsageError, unknown } from './usage.ts';

const kinds = ['command', 'inventory', 'evs', 'openstack'];

/** All that is wrong with the kind and the shape of `volumes` in a config file; empty if nothing is. `what`: the file it stands in. */
export function volumeMistakes(found: unknown, file: string, what = 'config file'): readonly UsageError[] {
  const { kind } = (found ?? {}) as { kind?: unknown };
  if (kind === 'hook') return [new UsageError(`${what} ${file}: the state hook is given by "states", its URL`)];
  if (!kinds.includes(String(kind))) return [unknown(`kind of volumes in the ${what} ${file}`, String(kind), kinds)];
  const ajv = new Ajv2020({ ...checkedSchema, allErrors: true, verbose: true }).addSchema(schema);
  const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${kind}` });
  return validate(found) ? [] : complaints(file, validate.errors ?? [], 'volumes', what);
}
