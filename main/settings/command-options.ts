import type { Options } from './option.ts';
import { contract, contracts, help, page, runOptions } from './options.ts';

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
