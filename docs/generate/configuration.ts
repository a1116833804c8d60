import { type Option, runOptions } from '../../main/settings/options.ts';
import { code, prose, referencePage, table } from './markdown.ts';
import { type DocumentedSchema, type MemberRow, memberRows } from './schema-rows.ts';
import { schemaNamed } from './schemas.ts';

const flags: Readonly<Record<string, Option>> = runOptions;

/** Every setting of a config file, of a matrix file, and of a list of expected failures, from their schemas. */
export function configuration(): string {
  const [config, campaign, baseline] = [schemaNamed('config'), schemaNamed('campaign'), schemaNamed('baseline')];
  return referencePage('Configuration', [
    'The config file is YAML or JSON. `evs-conformance init` writes one with every setting as a comment. Flags override variables, and variables override the file. Paths are relative to the file. Secrets never stand in it: name a variable or a file.',
    '## Config file',
    `Schema: ${linkTo('config')}.`,
    table(
      ['setting', 'value', 'flag, variable', 'what it is'],
      memberRows(config, config).map((row) => [code(row.path), row.type, sayingTheSame(row), meaningOf(row)]),
    ),
    '## Ways to obtain volumes',
    `The keys of \`volumes\`, for each kind. Schema: ${linkTo('volumes')}. The kinds are explained in [the guide](../guides/volumes.md).`,
    ...volumeKinds(),
    '## Matrix file',
    `The file that \`run --matrix\` reads. Schema: ${linkTo('campaign')}. It is explained in [the guide](../guides/many-endpoints.md).`,
    table(['key', 'what it is'], topLevel(campaign)),
    '## Expected failures',
    `The file that \`--baseline\` names: a list of entries with these keys. Schema: ${linkTo('baseline')}.`,
    members(baseline.items ?? {}, baseline),
  ]);
}

const linkTo = (name: string): string => `[\`${name}.schema.json\`](../../schemas/${name}.schema.json)`;

function volumeKinds(): readonly string[] {
  const volumes = schemaNamed('volumes');
  return Object.values(volumes.$defs ?? {}).flatMap((schema) => {
    const { kind } = schema.properties ?? {};
    if (kind === undefined || kind === true) return [];
    return [`### ${String(kind.const)}`, members(schema, volumes)];
  });
}

const members = (schema: DocumentedSchema, root: DocumentedSchema): string =>
  table(
    ['key', 'value', 'what it is'],
    memberRows(schema, root).map((row) => [
      `${code(row.path)}${row.isRequired ? ' (required)' : ''}`,
      row.type,
      row.description,
    ]),
  );

/** The keys of the file itself; what an entry takes is the config file's. */
const topLevel = ({ properties = {} }: DocumentedSchema): readonly (readonly string[])[] =>
  Object.entries(properties).flatMap(([name, member]) =>
    member === true || name === '$schema' ? [] : [[code(name), prose(member.description ?? '')]],
  );

const flagOf = ({ path }: MemberRow): string => path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The flag and the variable that a setting shares its name with. */
function sayingTheSame(row: MemberRow): string {
  const flag = flagOf(row);
  const option = flags[flag];
  return option === undefined ? '' : [code(`--${flag}`), code(option.env ?? '')].filter(Boolean).join(', ');
}

const meaningOf = (row: MemberRow): string => row.description || prose(flags[flagOf(row)]?.what ?? '');
