import type { BackendOptions } from '../backend/backend.ts';
import { readAuth } from './auth-settings.ts';
import type { Environment } from './config.ts';
import { readProject } from './values.ts';

/** Issued tokens are good for an hour, and signatures for a quarter of one, as clouds have it; in ms. */
const lifetimeMs = 3_600_000;
const skewMs = 900_000;

/** What the reference backend asks of its callers, from the variables by which `run` gives it: EVS_PROJECT and those of the kind. */
export function backendAuth(kind: string, env: Environment): Pick<BackendOptions, 'auth' | 'tokens'> {
  const project = readProject('EVS_PROJECT', env.EVS_PROJECT || '5a2b0c7d9e1f4368a7b5c4d3e2f10987');
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
