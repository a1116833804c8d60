import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../schemas/baseline.schema.json' with { type: 'json' };
import { checkedSchema } from '../spec/checked-schema.ts';
import { requirementIds, untested } from '../spec/requirements.ts';
import type { Baseline, ExpectedFailure } from './baseline.ts';
import { operations } from './operations.ts';
import { complaint, readYamlOrJson } from './settings/config-file.ts';
import { quoted, UsageError, unknown } from './settings/usage.ts';

/**
 * Reads the expected failures of a run, YAML or JSON.
 *
 * @throws UsageError where the file cannot be read, is too large or has another shape; where an id is unknown, untested or
 * listed twice; where a day is none
 */
export function readBaseline(file: string): Baseline {
  const found = readYamlOrJson('the baseline', file);
  const validate = new Ajv2020({ ...checkedSchema, allErrors: true, verbose: true }).compile<
    readonly ExpectedFailure[]
  >(schema);
  if (!validate(found)) throw complaint(file, validate.errors ?? [], '', 'baseline');
  for (const [index, { id, expires }] of found.entries()) {
    checkId(id, file);
    if (found.findIndex((one) => one.id === id) !== index)
      throw new UsageError(`the baseline ${file} lists ${id} twice`);
    if (!isDay(expires))
      throw new UsageError(`the baseline ${file}: ${id} expires on ${quoted(expires)}, and there is no such day`);
  }
  return { file, entries: found };
}

function checkId(id: string, file: string): void {
  const reason = untested[id]?.reason;
  if (reason !== undefined) throw new UsageError(`the baseline ${file}: no check certifies ${id}: ${reason}`);
  if (!requirementIds.some((one) => one === id))
    throw unknown(`requirement in the baseline ${file}`, id, requirementIds);
  if (!operations.some(({ roles }) => roles.smokeTest === id)) return;
  throw new UsageError(`the baseline ${file}: ${id} cannot be expected to fail, for no other row counts without it`);
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
