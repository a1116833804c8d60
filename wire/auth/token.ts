import type { WireAnswer } from '../exchange.ts';
import { openSecrets, type Secrets, secretsOf } from '../redact.ts';
import type { Authentication, Headers, Whose } from './auth.ts';

/** Nobody's token, but shaped like one, so that it is refused for being wrong and not for being malformed. */
const wrongToken = 'gAAAAABconformance-wrong-token-0000000000000000';

/** The header of a token, or of a wrong one. */
export function tokenHeader(token: string, whose: Whose): Headers {
  return { 'x-auth-token': whose === 'own' ? token : wrongToken };
}

const nothing = { sign: () => ({}), renew: () => false, close: () => {} } as const;

/** One token for the whole run. */
export function withToken(token: string): Authentication {
  return {
    ...nothing,
    kind: 'token',
    secrets: secretsOf(token),
    headers: (whose) => tokenHeader(token, whose),
    advice: ({ status }) =>
      status === 403
        ? 'the token is known but may not do this: check that it is for the project and has the permission'
        : 'the token is not accepted, or has expired: get a new one for EVS_TOKEN, and check that it is for the project',
  };
}

/** No credentials at all; `wrong` ones are none either. */
export function withoutCredentials(secrets: Secrets = openSecrets()): Authentication {
  const advice = ({ status }: WireAnswer): string =>
    `the target asks for credentials (${status}), but none are given: set EVS_TOKEN, or name another kind with --auth`;
  return { ...nothing, kind: 'none', secrets, headers: () => ({}), advice };
}
