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
  what: 'the page as it is now: warn if the contract was derived from another one',
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
    elsewhere: ['url', 'base-url', 'endpoint', 'host'],
    what: 'base URL of the service; without any setting about one: the reference backend',
  },
  project: { kind: 'text', placeholder: 'ID', env: 'EVS_PROJECT', what: 'project whose volumes are used' },
  states: {
    kind: 'text',
    placeholder: 'URL',
    env: 'EVS_STATES',
    elsewhere: ['hook'],
    what: 'state hook that hands out volumes',
  },
  token: { kind: 'text', placeholder: 'T', what: 'token to send; better given as EVS_TOKEN or in a file' },
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
  report: {
    kind: 'text',
    placeholder: 'DIR',
    env: 'EVS_REPORT',
    elsewhere: ['o', 'out', 'output'],
    what: 'folder of the report (conformance-report/); --history DIR: of earlier ones',
  },
  history: {
    kind: 'text',
    placeholder: 'DIR',
    with: 'report',
    what: 'folder of earlier reports, single or of many runs: since when a row fails',
  },
  verbose: {
    kind: 'switch',
    with: 'quiet',
    elsewhere: ['v'],
    what: 'print every row, every reason and every observation',
  },
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
  runs: { kind: 'integer', placeholder: 'N', env: 'EVS_RUNS', least: 1, most: 100_000, what: 'cases per check (100)' },
  extensions: {
    kind: 'integer',
    placeholder: 'N',
    env: 'EVS_EXTENSIONS',
    least: 1,
    most: 10_000,
    what: 'accepted requests per check, at most (12)',
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
    what: 'requests per second to the target, at most',
  },
  'fail-fast': { kind: 'switch', what: 'stop at the first MUST that fails; --max-time S: after so many seconds' },
  'max-time': {
    kind: 'integer',
    placeholder: 'S',
    env: 'EVS_MAX_TIME',
    least: 1,
    most: 2_000_000,
    with: 'fail-fast',
    what: 'stop after so many seconds; the rest is inconclusive',
  },
  plan: { kind: 'switch', what: 'send nothing; print the cost of a run: volumes, GB, requests, longest wait' },
  only: {
    kind: 'list',
    placeholder: 'ID,…',
    env: 'EVS_ONLY',
    what: 'these requirements or groups (size) only; --smoke: the strongest, a case each',
  },
  smoke: { kind: 'switch', with: 'only', what: 'the strongest requirements alone, a case each, in 60 requests' },
  baseline: {
    kind: 'text',
    placeholder: 'FILE',
    env: 'EVS_BASELINE',
    what: 'expected failures, exit 0; --fail-on should|advisory: exit 1 for these as well',
  },
  'fail-on': {
    kind: 'text',
    placeholder: 'LEVEL',
    env: 'EVS_FAIL_ON',
    with: 'baseline',
    what: 'exit 1 if a row of this level or above fails: must, should or advisory (must)',
  },
  quiet: { kind: 'switch', what: 'print only the headline and the paths of the reports; --verbose: every row' },
  fault: { kind: 'text', placeholder: 'ID', env: 'EVS_FAULT', what: 'certify the reference backend, with this fault' },
  help,
} as const satisfies Options;

export const mergeOptions = {
  output: { kind: 'text', short: 'o', placeholder: 'OUT', what: 'folder to write; it must not exist yet' },
  lang: { ...runOptions.lang, what: 'language of index.html (en)' },
  help,
} as const satisfies Options;

export const deriveOptions = {
  output: { kind: 'text', short: 'o', placeholder: 'FILE|DIR', what: 'write the contracts here; without: print them' },
  id: { kind: 'text', placeholder: 'ID', what: 'id of the contract; by default by method and path: v2.post.volumes' },
  quote: { kind: 'switch', what: 'keep the sentences of the page in the contract: for pages of your own' },
  url: { kind: 'text', placeholder: 'URL', what: 'where people read the page: reports link to it' },
  check: { kind: 'text', placeholder: 'FILE|DIR', what: 'compare with this file or folder; exit 1 if it differs' },
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
    what: 'a report of the first contract: say which rows still hold, and which to judge again',
  },
  help,
} as const satisfies Options;

export const initOptions = {
  hook: { kind: 'text', placeholder: 'node|python', what: 'write a state hook instead, for you to complete' },
  help,
} as const satisfies Options;

export const listOptions = { contract, help } as const satisfies Options;
export const explainOptions = { contract, help } as const satisfies Options;

export const verifyOptions = {
  contract: contracts,
  page,
  key: { kind: 'text', placeholder: 'FILE', what: 'public key of the signer: Ed25519, SPKI PEM' },
  challenge: { kind: 'text', placeholder: 'TEXT', what: 'the challenge that was given before the run' },
  accept: {
    kind: 'switch',
    what: 'exit 2 unless the run is conformant and nothing remains to be weighed',
  },
  report: {
    kind: 'text',
    placeholder: 'DIR',
    what: 'write the report that follows from the transcript to this folder',
  },
  help,
} as const satisfies Options;

export const backendOptions = {
  port: { kind: 'integer', placeholder: 'N', least: 0, most: 65_535, what: 'port on loopback (any free one)' },
  dialect: { kind: 'text', placeholder: 'ID', what: 'the contract that it serves (extend-volume)' },
  fault: { kind: 'text', placeholder: 'ID', what: 'show this fault' },
  max: {
    kind: 'integer',
    placeholder: 'N',
    least: 1,
    most: 9_007_199_254_740_991,
    what: 'largest volume in GB (32768)',
  },
  servers: { kind: 'list', placeholder: 'A,B', what: 'server states in which an attached volume can be extended' },
  'job-delay': { kind: 'integer', placeholder: 'MS', least: 0, most: 3_600_000, what: 'how long a job takes (10 ms)' },
  project: { kind: 'text', placeholder: 'ID', what: 'project of its volumes (EVS_PROJECT)' },
  auth: {
    kind: 'text',
    placeholder: 'KIND',
    what: 'require a token, login or signature; the variables of run say which',
  },
  help,
} as const satisfies Options;
