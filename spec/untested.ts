/** What the page states and no check certifies, with the reason: it stands in every report, outside the denominator. */
export interface Untested {
  readonly statement: string;
  readonly facts: readonly string[];
  readonly reason: string;
}

export const untested = {
  'meta.deprecated': {
    statement: 'mark the operation as deprecated',
    facts: ['operation.deprecated', 'notice.deprecated'],
    reason: 'a flag of the contract, not a behaviour of the endpoint',
  },
  'meta.enterprise-project': {
    statement: 'support enterprise-project authorisation',
    facts: ['operation.enterprise-project'],
    reason: "needs the vendor's identity service",
  },
  'meta.billing-mode': {
    statement: 'serve pay-per-use volumes only',
    facts: ['parameter.volume'],
    reason: "needs the vendor's billing, to obtain a prepaid volume",
  },
  'meta.error-codes': {
    statement: 'use the documented error codes',
    facts: ['error-codes'],
    reason: 'the codes are on another page',
  },
} as const satisfies Record<string, Untested>;
