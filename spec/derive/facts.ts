/** What a page can state: one id for each kind of statement, whatever the page. */
export interface FactValues {
  readonly F1: true;
  readonly F2: { readonly extends: 'volume'; readonly count: 1 };
  readonly F3: true;
  readonly F4: StateFact;
  readonly F5: StateFact;
  readonly F6: { readonly status: string; readonly multiattach: false };
  readonly F7: { readonly status: string; readonly servers: readonly string[] };
  readonly F8: true;
  readonly F9: { readonly method: string; readonly path: string };
  readonly F10: { readonly name: string; readonly mandatory: boolean };
  readonly F11: { readonly name: string; readonly mandatory: boolean; readonly billing?: 'pay-per-use' };
  readonly F12: Parameter & { readonly mandatory: boolean };
  readonly F13: Parameter & { readonly mandatory: boolean; readonly unit?: string };
  /** Sizes in the unit of F13. */
  readonly F14: { readonly greaterThan?: 'current'; readonly maximum?: number };
  readonly F15: 'truncate';
  readonly F16: Readonly<Record<string, unknown>>;
  readonly F17: Parameter;
  readonly F18: 'elsewhere';
  readonly F19: Parameter;
  readonly F20: Parameter;
  /** Keys of each sample, outermost first. */
  readonly F21: readonly (readonly string[])[];
  readonly F22: number;
  readonly F23: 'elsewhere';
  readonly F24: true;
}

interface Parameter {
  readonly name: string;
  /** As the table spells it. */
  readonly type: string;
}

interface StateFact {
  readonly status: string;
  readonly constraints: 'none' | 'listed';
}

export type FactId = keyof FactValues;

/** In the order in which a contract lists them. */
export const FACT_KINDS = {
  F1: 'operation.deprecated',
  F2: 'operation.effect',
  F3: 'operation.enterprise-project',
  F4: 'state.available',
  F5: 'state.in-use',
  F6: 'state.in-use-shared',
  F7: 'state.server-status',
  F8: 'notice.deprecated',
  F9: 'operation.route',
  F10: 'parameter.project',
  F11: 'parameter.volume',
  F12: 'request.action',
  F13: 'request.size',
  F14: 'size.range',
  F15: 'size.decimal',
  F16: 'request.sample',
  F17: 'response.job',
  F18: 'response.job-state',
  F19: 'response.error-message',
  F20: 'response.error-code',
  F21: 'response.samples',
  F22: 'response.success-status',
  F23: 'error-codes',
  F24: 'response.no-body',
} as const satisfies Record<FactId, string>;

/** Without these there is no operation to speak of. */
export type NeededFact = 'F9' | 'F10' | 'F11' | 'F12' | 'F13' | 'F16' | 'F21' | 'F22';

/** All that one page states. What is absent was not said: it restricts nobody. */
export type Facts = Pick<FactValues, NeededFact> & Partial<Omit<FactValues, NeededFact>>;
