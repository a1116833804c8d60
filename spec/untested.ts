/** What the page states and no check certifies, with the reason: it stands in every report, outside the denominator. */
export interface Untested {
  readonly statement: string;
  readonly facts: readonly string[];
  readonly reason: string;
}

export const untested = {
  'meta.deprecated': {
    statement: 'mark the operation as deprecated',
    facts: ['F1', 'F8'],
    reason: 'a flag of the contract, not a behaviour of the endpoint',
  },
  'meta.enterprise-project': {
    statement: 'support enterprise-project authorisation',
    facts: ['F3'],
    reason: "needs the vendor's identity service",
  },
  'meta.billing-mode': {
    statement: 'serve pay-per-use volumes only',
    facts: ['F11'],
    reason: "needs the vendor's billing, to obtain a prepaid volume",
  },
  'meta.error-codes': {
    statement: 'use the documented error codes',
    facts: ['F23'],
    reason: 'the codes are on another page',
  },
} as const satisfies Record<string, Untested>;
