import { listOptions } from './command-options.ts';
import { help, type Options, runOptions } from './options.ts';

/** Settings that say where a target is, and how its volumes are obtained. */
const ofTarget = {
  target: runOptions.target,
  project: runOptions.project,
  states: runOptions.states,
  token: runOptions.token,
  auth: runOptions.auth,
  config: runOptions.config,
  'max-gb': runOptions['max-gb'],
} as const;

/** Those of a run that is to be. */
export const doctorOptions = {
  contract: { ...runOptions.contract, what: 'the contract whose operation is tried' },
  ...ofTarget,
  report: { ...runOptions.report, what: 'folder of the ledger of the volume, while it is out (conformance-report/)' },
  fault: runOptions.fault,
  help,
} as const satisfies Options;

/** Settings of the run that is swept after: those that say where its volumes came from. */
export const sweepOptions = {
  ...ofTarget,
  target: { ...runOptions.target, what: 'base URL of the service' },
  report: { ...runOptions.report, what: 'folder of the report of that run, with its ledger (conformance-report/)' },
  help,
} as const satisfies Options;

/** Settings of the target on which counterexamples are repeated. */
export const replayOptions = {
  only: { ...runOptions.only, what: 'the counterexamples of these requirements only' },
  contract: listOptions.contract,
  ...ofTarget,
  report: { kind: 'text', placeholder: 'DIR', what: 'folder of the ledger of volumes (that of the report, DIR)' },
  fault: runOptions.fault,
  help,
} as const satisfies Options;
