/** The possible facts of a page, by subject: one id for each kind of statement, whatever the page. */
export interface FactValues {
  readonly 'operation.deprecated': true;
  readonly 'operation.effect': { readonly extends: 'volume'; readonly count: 1 };
  readonly 'operation.enterprise-project': true;
  readonly 'state.available': StateFact;
  readonly 'state.in-use': StateFact;
  readonly 'state.in-use-shared': { readonly status: string; readonly multiattach: false };
  readonly 'state.server-status': { readonly status: string; readonly servers: readonly string[] };
  readonly 'notice.deprecated': true;
  readonly 'operation.route': { readonly method: string; readonly path: string };
  readonly 'parameter.project': { readonly name: string; readonly mandatory: boolean };
  readonly 'parameter.volume': { readonly name: string; readonly mandatory: boolean; readonly billing?: 'pay-per-use' };
  readonly 'request.action': Parameter & { readonly mandatory: boolean };
  readonly 'request.size': Parameter & { readonly mandatory: boolean; readonly unit?: string };
  /** Sizes in the unit of `request.size`. `from`: the page leaves open whether the present size belongs to the range. */
  readonly 'size.range': { readonly greaterThan?: 'current'; readonly from?: 'current'; readonly maximum?: number };
  /** Maxima of the kinds of disk, if the page distinguishes them. */
  readonly 'size.cases': readonly { readonly when: string; readonly maximum: number }[];
  readonly 'size.decimals': 'truncate';
  readonly 'request.sample': Readonly<Record<string, unknown>>;
  readonly 'response.job': Parameter;
  readonly 'response.job-state': 'elsewhere';
  readonly 'response.error-message': Parameter;
  readonly 'response.error-code': Parameter;
  /** Keys of each sample, outermost first. */
  readonly 'response.samples': readonly (readonly string[])[];
  readonly 'response.success-status': number;
  readonly 'error-codes': 'elsewhere';
  readonly 'response.no-body': true;
}

interface Parameter {
  readonly name: string;
  /** In the table's spelling. */
  readonly type: string;
}

interface StateFact {
  readonly status: string;
  readonly constraints: 'none' | 'listed';
}

export type FactId = keyof FactValues;

/** In the order of a contract; a forgotten one does not compile. */
const ORDERED = {
  'operation.deprecated': true,
  'operation.effect': true,
  'operation.enterprise-project': true,
  'state.available': true,
  'state.in-use': true,
  'state.in-use-shared': true,
  'state.server-status': true,
  'notice.deprecated': true,
  'operation.route': true,
  'parameter.project': true,
  'parameter.volume': true,
  'request.action': true,
  'request.size': true,
  'size.range': true,
  'size.cases': true,
  'size.decimals': true,
  'request.sample': true,
  'response.job': true,
  'response.job-state': true,
  'response.error-message': true,
  'response.error-code': true,
  'response.samples': true,
  'response.success-status': true,
  'error-codes': true,
  'response.no-body': true,
} as const satisfies Record<FactId, true>;

export const FACT_IDS = Object.keys(ORDERED) as readonly FactId[];

/** The facts without which there is no operation. */
export type NeededFact =
  | 'operation.route'
  | 'parameter.project'
  | 'parameter.volume'
  | 'request.action'
  | 'request.size'
  | 'request.sample'
  | 'response.samples'
  | 'response.success-status';

/** All facts of one page. An absent fact was not stated, and restricts nothing. */
export type Facts = Pick<FactValues, NeededFact> & Partial<Omit<FactValues, NeededFact>>;
