import type { Clock } from '../clock.ts';
import { openTransport, type TransportOptions } from '../transport.ts';
import type { Auth, Authentication } from './auth.ts';
import { withLogin } from './login.ts';
import { withKeys } from './signed.ts';
import { withoutCredentials, withToken } from './token.ts';

/** The way to the identity service: like the way to the target, without its credentials and extra headers. */
export type IdentityReach = Pick<TransportOptions, 'timeoutMs' | 'signal' | 'tls' | 'env' | 'strain'>;

/** Opens the authentication that settings ask for. Nothing is sent before the first request needs it. */
export function openAuthentication(auth: Auth, clock: Clock, reach: IdentityReach): Authentication {
  switch (auth.kind) {
    case 'none':
      return withoutCredentials();
    case 'token':
      return withToken(auth.token);
    case 'login':
      return withLogin(auth, openTransport({ ...reach, url: auth.url }), clock);
    case 'signed':
      return withKeys(auth, clock);
  }
}
