import { Ajv2020 } from 'ajv/dist/2020.js';
import { shown } from '../reports/text.ts';
import schema from '../schemas/baseline.schema.json' with { type: 'json' };
import { checkedSchema } from '../spec/checked-schema.ts';
import { requirementIds, untested } from '../spec/requirements.ts';
import type { Baseline, ExpectedFailure } from './baseline.ts';
import { operations } from './operations.ts';
import { allOf, complaints } from './settings/complaint.ts';
import { readYamlOrJson } from './settings/config-file.ts';
import { quoted, UsageError, unknown } from './settings/usage.ts';

/**
 * Reads the expected failures of a run, YAML or JSON.
 *
 * @throws UsageError where the file cannot be read, is too large or has another shape; where ids are unknown, untested or
 * listed twice; where a day is none: all of it at once
 */
export function readBaseline(file: string): Baseline {
  const found = readYamlOrJson('the baseline', file);
  const validate = new Ajv2020({ ...checkedSchema, allErrors: true, verbose: true }).compile<
    readonly ExpectedFailure[]
  >(schema);
  const isShaped = validate(found);
  const shape = isShaped ? [] : complaints(file, validate.errors ?? [], '', 'baseline');
  const mistakes = [...shape, ...(Array.isArray(found) ? meaningless(found, file) : [])];
  if (!isShaped || mistakes.length > 0) throw allOf('baseline', file, mistakes);
  return { file, entries: found };
}

/** The mistakes of entries beyond their shape, without repetitions. */
function meaningless(entries: readonly Partial<ExpectedFailure>[], file: string): readonly UsageError[] {
  const ids = entries.map((entry) => (typeof entry?.id === 'string' ? entry.id : undefined));
  return entries.flatMap((entry, index) => {
    const id = ids[index];
    if (id === undefined) return [];
    const own = ids.indexOf(id) === index ? idMistake(id, file) : `the baseline ${file} lists ${shown(id, 60)} twice`;
    const { expires } = entry;
    const isNone = typeof expires === 'string' && /^\d{4}-\d\d-\d\d$/.test(expires) && !isDay(expires);
    const day = isNone
      ? `the baseline ${file}: ${shown(id, 60)} expires on ${quoted(expires)}, but there is no such day`
      : undefined;
    return [own, day].flatMap((one) =>
      one === undefined ? [] : [one instanceof UsageError ? one : new UsageError(one)],
    );
  });
}

function idMistake(id: string, file: string): UsageError | string | undefined {
  const reason = untested[id]?.reason;
  if (reason !== undefined) return `the baseline ${file}: no check certifies ${id}: ${reason}`;
  if (!requirementIds.some((one) => one === id))
    return unknown(`requirement in the baseline ${file}`, id, requirementIds);
  if (!operations.some(({ roles }) => roles.smokeTest === id)) return undefined;
  return `the baseline ${file}: ${id} cannot be expected to fail, because no other row counts without it`;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
