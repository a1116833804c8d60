import type { Clock } from '../clock.ts';
import { openTransport, type TransportOptions } from '../transport.ts';
import type { Auth, Authentication } from './auth.ts';
import { withLogin } from './login.ts';
import { withKeys } from './signed.ts';
import { withoutCredentials, withToken } from './token.ts';

/** How the identity service is reached: as the target is, but for credentials and headers of one's own. */
export type IdentityReach = Pick<TransportOptions, 'timeoutMs' | 'signal' | 'tls' | 'env' | 'strain'>;

/** Puts what settings say into practice. Nothing is sent before the first request needs it. */
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
