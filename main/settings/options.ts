import type { Options } from './option.ts';

export type { Option, Options, Values } from './option.ts';

const contract = {
  kind: 'text',
  placeholder: 'FILE|ID',
  env: 'EVS_CONTRACT',
  what: 'the contract to certify against',
} as const;
const contracts = { ...contract, kind: 'list' } as const;
const page = {
  kind: 'text',
  placeholder: 'PAGE',
  what: 'the page as it is now: say where it is not the one that the contract was derived from',
} as const;
const help = { kind: 'switch', short: 'h', what: 'show this text' } as const;

export const runOptions = {
  contract: {
    ...contracts,
    what: 'one or several; --contracts DIR: all of a folder; --page PAGE: of this page?',
  },
  contracts: { kind: 'text', placeholder: 'DIR', with: 'contract', what: 'all contract files of a folder' },
  page: { ...page, with: 'contract' },
  target: {
    kind: 'text',
    placeholder: 'URL',
    env: 'EVS_TARGET',
    what: 'base URL of the service; nothing said of one: the reference backend',
  },
  project: { kind: 'text', placeholder: 'ID', env: 'EVS_PROJECT', what: 'project whose volumes are used' },
  states: { kind: 'text', placeholder: 'URL', env: 'EVS_STATES', what: 'state hook that hands out volumes' },
  token: { kind: 'text', placeholder: 'T', what: 'token sent along; better left to EVS_TOKEN or a file' },
  auth: {
    kind: 'text',
    placeholder: 'KIND',
    env: 'EVS_AUTH',
    what: 'credentials: none, token, login (EVS_USER, EVS_PASSWORD) or signed (EVS_AK, EVS_SK)',
  },
  config: {
    kind: 'text',
    placeholder: 'FILE',
    env: 'EVS_CONFIG',
    what: 'settings, YAML or JSON (evs-conformance.config.yaml or .json here)',
  },
  matrix: {
    kind: 'text',
    placeholder: 'FILE',
    what: 'all runs of a matrix file; with --shard i/n every n-th, from the i-th on',
  },
  shard: { kind: 'text', placeholder: 'i/n', with: 'matrix', what: 'one of n parts of the matrix file' },
  report: { kind: 'text', placeholder: 'DIR', env: 'EVS_REPORT', what: 'folder of the report (conformance-report/)' },
  lang: { kind: 'text', placeholder: 'en|zh', env: 'EVS_LANG', what: 'language of report.html (en)' },
  seed: {
    kind: 'integer',
    placeholder: 'N',
    env: 'EVS_SEED',
    least: 0,
    most: 2_147_483_647,
    what: 'repeat the cases of an earlier run',
  },
  challenge: {
    kind: 'text',
    placeholder: 'TEXT',
    env: 'EVS_CHALLENGE',
    what: 'choose the cases by this text of a certifier, in place of a seed',
  },
  sign: {
    kind: 'text',
    placeholder: 'FILE',
    env: 'EVS_SIGN',
    what: 'sign the report with this key (Ed25519, PKCS#8 PEM)',
  },
  runs: { kind: 'integer', placeholder: 'N', env: 'EVS_RUNS', least: 1, most: 100_000, what: 'cases a check (100)' },
  extensions: {
    kind: 'integer',
    placeholder: 'N',
    env: 'EVS_EXTENSIONS',
    least: 1,
    most: 10_000,
    what: 'accepted requests a check, at most (12)',
  },
  'max-gb': {
    kind: 'integer',
    placeholder: 'N',
    env: 'EVS_MAX_GB',
    least: 2,
    most: 9_007_199_254_740_991,
    what: 'largest volume the target has room for',
  },
  'max-volumes': {
    kind: 'integer',
    placeholder: 'N',
    env: 'EVS_MAX_VOLUMES',
    least: 1,
    most: 1_000_000,
    what: 'volumes in all, at most; --max-requests N: requests; checks run one by one',
  },
  'max-requests': {
    kind: 'integer',
    placeholder: 'N',
    env: 'EVS_MAX_REQUESTS',
    least: 1,
    most: 1_000_000_000,
    with: 'max-volumes',
    what: 'requests to the target in all, at most; checks run one by one',
  },
  rate: {
    kind: 'integer',
    placeholder: 'N',
    env: 'EVS_RATE',
    least: 1,
    most: 100_000,
    what: 'requests a second to the target, at most',
  },
  'fail-fast': { kind: 'switch', what: 'stop at the first MUST that fails; --max-time S: after so many seconds' },
  'max-time': {
    kind: 'integer',
    placeholder: 'S',
    env: 'EVS_MAX_TIME',
    least: 1,
    most: 2_000_000,
    with: 'fail-fast',
    what: 'stop after so many seconds; what is not judged by then is inconclusive',
  },
  plan: { kind: 'switch', what: 'send nothing; say what a run would do: volumes, GB, requests, longest wait' },
  only: {
    kind: 'list',
    placeholder: 'ID,…',
    env: 'EVS_ONLY',
    what: 'these requirements only; --smoke: the strongest, a case each; both incomplete',
  },
  smoke: { kind: 'switch', with: 'only', what: 'the strongest requirements alone, a case each, in 60 requests' },
  baseline: {
    kind: 'text',
    placeholder: 'FILE',
    env: 'EVS_BASELINE',
    what: 'expected failures, exit 0; --fail-on should|advisory: exit 1 by these as well',
  },
  'fail-on': {
    kind: 'text',
    placeholder: 'LEVEL',
    env: 'EVS_FAIL_ON',
    with: 'baseline',
    what: 'exit 1 where a row of this level fails, or of one above it: must, should or advisory (must)',
  },
  quiet: { kind: 'switch', what: 'print the headline and where the reports are, and no progress' },
  fault: { kind: 'text', placeholder: 'ID', env: 'EVS_FAULT', what: 'certify the reference backend, with this fault' },
  help,
} as const satisfies Options;

/** Settings of the run that is swept after: those that say where its volumes came from. */
export const sweepOptions = {
  config: runOptions.config,
  report: { ...runOptions.report, what: 'folder of the report of that run, with its ledger (conformance-report/)' },
  target: { ...runOptions.target, what: 'base URL of the service' },
  project: runOptions.project,
  states: runOptions.states,
  token: runOptions.token,
  auth: runOptions.auth,
  'max-gb': runOptions['max-gb'],
  help,
} as const satisfies Options;

export const mergeOptions = {
  output: { kind: 'text', short: 'o', placeholder: 'OUT', what: 'folder to write; it must not be there yet' },
  lang: { ...runOptions.lang, what: 'language of index.html (en)' },
  help,
} as const satisfies Options;

export const deriveOptions = {
  output: { kind: 'text', short: 'o', placeholder: 'FILE|DIR', what: 'write what is derived here; without: print it' },
  id: { kind: 'text', placeholder: 'ID', what: 'id of the contract; by default by method and path: v2.post.volumes' },
  quote: { kind: 'switch', what: 'keep the sentences of the page in what is derived: for pages of your own' },
  check: { kind: 'text', placeholder: 'FILE|DIR', what: 'compare with what is here; exit 1 where it differs' },
  openapi: {
    kind: 'text',
    placeholder: 'FILE',
    what: 'write an OpenAPI 3.1 document of all contracts: .json, .yaml or .yml',
  },
  help,
} as const satisfies Options;

export const diffOptions = {
  json: { kind: 'text', placeholder: 'FILE', what: 'write the changes here as well, as JSON' },
  report: {
    kind: 'text',
    placeholder: 'FILE|DIR',
    what: 'a report of the first contract: which of its rows still hold, and which have to be judged again',
  },
  help,
} as const satisfies Options;

export const initOptions = { help } as const satisfies Options;

export const listOptions = { contract, help } as const satisfies Options;
export const explainOptions = { contract, help } as const satisfies Options;

export const verifyOptions = {
  contract: contracts,
  page,
  key: { kind: 'text', placeholder: 'FILE', what: 'public key of whoever signed the report: Ed25519, SPKI PEM' },
  challenge: { kind: 'text', placeholder: 'TEXT', what: 'the challenge that was given before the run' },
  help,
} as const satisfies Options;

/** Settings of the target on which counterexamples are repeated. */
export const replayOptions = {
  only: { ...runOptions.only, what: 'the counterexamples of these requirements only' },
  contract,
  target: runOptions.target,
  project: runOptions.project,
  states: runOptions.states,
  token: runOptions.token,
  auth: runOptions.auth,
  config: runOptions.config,
  report: { ...runOptions.report, what: 'folder of the ledger of volumes (conformance-report/)' },
  'max-gb': runOptions['max-gb'],
  fault: runOptions.fault,
  help,
} as const satisfies Options;

export const backendOptions = {
  port: { kind: 'integer', placeholder: 'N', least: 0, most: 65_535, what: 'port on loopback (any free one)' },
  dialect: { kind: 'text', placeholder: 'ID', what: 'the page that it keeps to (extend-volume)' },
  fault: { kind: 'text', placeholder: 'ID', what: 'show this fault' },
  max: {
    kind: 'integer',
    placeholder: 'N',
    least: 1,
    most: 9_007_199_254_740_991,
    what: 'largest volume in GB (32768)',
  },
  servers: { kind: 'list', placeholder: 'A,B', what: 'server states in which an attached volume is extended' },
  'job-delay': { kind: 'integer', placeholder: 'MS', least: 0, most: 3_600_000, what: 'how long a job takes (10 ms)' },
  project: { kind: 'text', placeholder: 'ID', what: 'project of its volumes (EVS_PROJECT)' },
  auth: {
    kind: 'text',
    placeholder: 'KIND',
    what: 'ask for a token, login or signed; with what, is read from the variables that run reads',
  },
  help,
} as const satisfies Options;
