import { parse } from '../cli/args.ts';
import { columns } from '../cli/columns.ts';
import type { Options, Values } from '../main/settings/options.ts';
import { unknown } from '../main/settings/usage.ts';
import { subjects } from './subjects.ts';

const options = {
  only: { kind: 'list', placeholder: 'ID,…', what: 'these servers: faults of backend/faults/, right servers, …' },
  kind: { kind: 'text', placeholder: 'KIND', what: `all of a kind: ${kinds().join(', ')}` },
  seeds: { kind: 'integer', placeholder: 'N', least: 1, what: 'seeds a server; 10, and one alone with --fast' },
  first: { kind: 'integer', placeholder: 'SEED', what: 'the first of the seeds; 1' },
  fast: { kind: 'switch', what: 'one seed, few cases for each check that no fault is about; faults and right servers' },
  verify: { kind: 'switch', what: 'judge each run a second time, from its transcript' },
  pages: { kind: 'switch', what: 'try nothing: write the pages again, from selftest/matrix.json' },
  help: { kind: 'switch', short: 'h', what: 'show this text' },
} as const satisfies Options;

/**
 * The flags of the self-test.
 *
 * @throws UsageError if one is wrong, or names a server that there is not
 */
export function readFlags(argv: readonly string[]): Values<typeof options> {
  const { values, positionals } = parse(options, argv);
  const ids = subjects.map(({ id }) => id);
  const [stray] = positionals;
  if (stray !== undefined) throw unknown('argument', stray, ids.includes(stray) ? [`--only ${stray}`] : flagNames);
  const wrong = values.only?.find((one) => !ids.includes(one));
  if (wrong !== undefined) throw unknown('server', wrong, ids);
  if (values.kind !== undefined && !kinds().some((one) => one === values.kind))
    throw unknown('kind', values.kind, kinds());
  return values;
}

const flagNames = Object.keys(options).map((name) => `--${name}`);

function kinds(): readonly string[] {
  return [...new Set(subjects.map(({ kind }) => kind))];
}

/** `npm run selftest -- --help`. */
export function helpText(): string {
  const flags = Object.entries<Options[string]>(options).map(([name, { placeholder, what }]) => [
    `  --${name}${placeholder === undefined ? '' : ` ${placeholder}`}`,
    what,
  ]);
  return [
    'Tries the suite on faulty, right and hostile servers. Exit codes: 0 as it has to be, 1 it is not, 3 a wrong flag.',
    '',
    'Usage: npm run selftest -- [flags]',
    '',
    ...columns(flags),
    '',
    'On two busy cores a fault with ten seeds takes about 40 s, and all right servers (--kind variant --fast) about 9',
    'minutes a seed. Without --only, --kind and --fast all servers are tried: this takes hours, and writes',
    'selftest/matrix.json and the pages.',
    '',
  ].join('\n');
}
