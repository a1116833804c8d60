import { dialects } from '../backend/dialects/index.ts';
import {
  backendOptions,
  deriveOptions,
  diffOptions,
  explainOptions,
  initOptions,
  listOptions,
  mergeOptions,
  type Options,
  replayOptions,
  runOptions,
  sweepOptions,
  verifyOptions,
} from '../main/settings/options.ts';

export interface Command {
  readonly usage: string;
  readonly what: string;
  readonly options: Options;
  readonly examples: readonly string[];
  /** Values that a flag takes, and what they mean: the heading and the rows. */
  readonly values?: readonly [heading: string, rows: readonly (readonly [value: string, meaning: string])[]];
}

/** Every command; help text is printed from here. */
export const commands = {
  run: {
    usage: 'run [flags]',
    what: 'certify a service, or where nothing speaks of one the reference backend',
    options: runOptions,
    examples: [
      'evs-conformance run --target https://evs.example.com --project 0f3b --states http://localhost:9000/states',
    ],
  },
  merge: {
    usage: 'merge DIR… -o OUT',
    what: 'put the report folders of all shards of a matrix file together, with one index over them',
    options: mergeOptions,
    examples: ['evs-conformance merge shard-1 shard-2 -o conformance-report'],
  },
  sweep: {
    usage: 'sweep [flags]',
    what: 'give back what a run that died has left, with the settings of that run; exit 2 where something stays',
    options: sweepOptions,
    examples: ['evs-conformance sweep --config evs.yaml --report conformance-report'],
  },
  init: {
    usage: 'init',
    what: 'write a config file with every setting and what it does, to be edited',
    options: initOptions,
    examples: ['evs-conformance init'],
  },
  derive: {
    usage: 'derive PAGE|DIR [flags]',
    what: "make contracts from a vendor's page, or all below a folder; exit 3 where one cannot be read",
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
    what: 'what changed between two contracts, pages or folders; exit 1 where a verdict can be another one',
    options: diffOptions,
    examples: [
      'evs-conformance diff extend-volume page.zh.md',
      'evs-conformance diff contracts api-reference --json changes.json',
      'evs-conformance diff old.json new.json --report conformance-report',
    ],
  },
  verify: {
    usage: 'verify DIR [flags]',
    what: 'judge a run again from its transcript alone; exit 1 where its report says anything else',
    options: verifyOptions,
    examples: [
      'evs-conformance verify conformance-report',
      "evs-conformance verify conformance-report --key vendor.pub.pem --challenge 'certifier.example 9f2c41d07b'",
    ],
  },
  replay: {
    usage: 'replay DIR [flags]',
    what: 'send the counterexamples of a report again; exit 1 where one still shows, 0 where none does',
    options: replayOptions,
    examples: ['evs-conformance replay conformance-report --only size.over-maximum --config evs.yaml'],
  },
  list: {
    usage: 'list [flags]',
    what: 'list requirements with their level and where the page says them; without a suite, fields',
    options: listOptions,
    examples: ['evs-conformance list'],
  },
  explain: {
    usage: 'explain ID [flags]',
    what: 'one requirement in full; of a contract without a suite, one clause or field',
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
