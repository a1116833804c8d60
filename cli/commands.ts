import { dialects } from '../backend/dialects/index.ts';
import {
  backendOptions,
  deriveOptions,
  diffOptions,
  explainOptions,
  initOptions,
  listOptions,
  mergeOptions,
  verifyOptions,
} from '../main/settings/command-options.ts';
import { type Options, runOptions } from '../main/settings/options.ts';
import { doctorOptions, replayOptions, sweepOptions } from '../main/settings/target-options.ts';

export interface Command {
  readonly usage: string;
  readonly what: string;
  readonly options: Options;
  readonly examples: readonly string[];
  /** The values of a flag with their meanings: the heading and the rows. */
  readonly values?: readonly [heading: string, rows: readonly (readonly [value: string, meaning: string])[]];
}

/** Every command; the help is printed from this table. */
export const commands = {
  run: {
    usage: 'run [flags]',
    what: 'certify a service, or the reference backend if no setting speaks of a service',
    options: runOptions,
    examples: [
      'evs-conformance run --target https://evs.example.com --project 0f3b --states http://localhost:9000/states',
    ],
  },
  doctor: {
    usage: 'doctor [flags]',
    what: 'check the set-up of a run in seconds, with one volume; say what to do about each failure',
    options: doctorOptions,
    examples: [
      'evs-conformance doctor --target https://evs.example.com --project 0f3b --states http://localhost:9000/states',
    ],
  },
  merge: {
    usage: 'merge DIR… -o OUT',
    what: 'merge the report folders of all shards of a matrix file, with one index over them',
    options: mergeOptions,
    examples: ['evs-conformance merge shard-1 shard-2 -o conformance-report'],
  },
  sweep: {
    usage: 'sweep [flags]',
    what: 'return the volumes that a crashed run left behind, with its settings; exit 2 if some remain',
    options: sweepOptions,
    examples: ['evs-conformance sweep --config evs.yaml --report conformance-report'],
  },
  init: {
    usage: 'init [flags]',
    what: 'write a config file with every setting as a comment, or a state hook to start from',
    options: initOptions,
    examples: ['evs-conformance init', 'evs-conformance init --hook python'],
  },
  derive: {
    usage: 'derive PAGE|DIR [flags]',
    what: "derive contracts from a vendor's page, or from all below a folder; exit 3 if one cannot be read",
    options: deriveOptions,
    examples: [
      'evs-conformance derive page.zh.md -o extend-volume.json',
      'evs-conformance derive page.zh.md --check x.json',
      'evs-conformance derive api-reference -o contracts',
      'evs-conformance derive api-reference --openapi openapi.yaml',
    ],
  },
  diff: {
    usage: 'diff A B [flags]',
    what: 'show what changed between two contracts, pages or folders; exit 1 if a verdict may change',
    options: diffOptions,
    examples: [
      'evs-conformance diff extend-volume page.zh.md',
      'evs-conformance diff contracts api-reference --json changes.json',
      'evs-conformance diff old.json new.json --report conformance-report',
    ],
  },
  verify: {
    usage: 'verify DIR [flags]',
    what: 'judge a run again from its transcript alone; exit 1 if the report differs',
    options: verifyOptions,
    examples: [
      'evs-conformance verify conformance-report',
      "evs-conformance verify conformance-report --key vendor.pub.pem --challenge 'certifier.example 9f2c41d07b'",
    ],
  },
  replay: {
    usage: 'replay DIR [flags]',
    what: 'send the counterexamples of a report again; exit 1 if one still fails, 0 if none does',
    options: replayOptions,
    examples: ['evs-conformance replay conformance-report --only size.over-maximum --config evs.yaml'],
  },
  list: {
    usage: 'list [flags]',
    what: 'list the requirements, with level and place on the page; for a contract without a suite, its fields',
    options: listOptions,
    examples: ['evs-conformance list'],
  },
  explain: {
    usage: 'explain ID [flags]',
    what: 'explain one requirement; for a contract without a suite, one clause or field',
    options: explainOptions,
    examples: ['evs-conformance explain size.over-maximum'],
  },
  backend: {
    usage: 'backend [flags]',
    what: 'serve the reference backend alone, with its state hook at /states',
    options: backendOptions,
    examples: [
      'evs-conformance backend --port 8080 --fault status-202',
      'evs-conformance backend --dialect cinder-extend-v3',
    ],
    values: ['Dialects', Object.entries(dialects).map(([id, { summary }]) => [id, summary] as const)],
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
