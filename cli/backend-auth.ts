import type { BackendOptions } from '../backend/backend.ts';
import { readAuth } from '../main/settings/auth-settings.ts';
import type { Environment } from '../wire/proxy.ts';

/** The lifetime of issued tokens, and the time that a signature is valid, as in clouds; in ms. */
const lifetimeMs = 3_600_000;
const skewMs = 900_000;

/**
 * The credentials that the reference backend requires from callers of this project, read from the variables that `run`
 * uses for this kind.
 */
export function backendAuth(kind: string, project: string, env: Environment): Pick<BackendOptions, 'auth' | 'tokens'> {
  const auth = readAuth({}, { auth: kind }, {}, env, { url: 'http://127.0.0.1', project });
  switch (auth.kind) {
    case 'none':
      return {};
    case 'token':
      return { tokens: { [auth.token]: project } };
    case 'login': {
      const { user, domain, password } = auth;
      return {
        tokens: { [user]: project },
        auth: { kind: 'login', passwords: { [user]: password }, domain, lifetimeMs },
      };
    }
    case 'signed': {
      const { accessKey, secretKey } = auth;
      return {
        tokens: { [accessKey]: project },
        auth: { kind: 'signed', secrets: { [accessKey]: secretKey }, skewMs },
      };
    }
  }
}
