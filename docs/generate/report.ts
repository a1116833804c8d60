import { code, referencePage, table } from './markdown.ts';
import { memberRows } from './schema-rows.ts';
import { schemaNamed } from './schemas.ts';

/** Every member of `report.json`, from its schema. */
export function reportPage(): string {
  const schema = schemaNamed('report');
  return referencePage('Report', [
    'The members of `report.json`. Schema: [`report.schema.json`](../../schemas/report.schema.json). The other files of a report: [what a verdict is worth](../verdicts.md#files-of-the-report). The index over many runs: [`index.schema.json`](../../schemas/index.schema.json).',
    table(
      ['member', 'value', 'what it is'],
      memberRows(schema, schema).map(({ path, type, isRequired, description }) => [
        `${code(path)}${isRequired ? '' : ' (optional)'}`,
        type,
        description,
      ]),
    ),
  ]);
}
