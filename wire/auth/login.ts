import { adviceOn } from '../advice.ts';
import type { Clock } from '../clock.ts';
import type { WireAnswer } from '../exchange.ts';
import { generous } from '../json.ts';
import { sendPatiently } from '../patient.ts';
import type { Secrets } from '../redact.ts';
import type { Transport } from '../transport.ts';
import type { Authentication, Login } from './auth.ts';
import { LoginError, refusedLogin } from './login-error.ts';
import { tokenHeader } from './token.ts';

/** A token, and the time by our clock to replace it, in ms. */
interface Issued {
  readonly token: string;
  readonly until: number;
}

/**
 * A token is replaced this long before its end, in ms, or after nine tenths of its life if that is later: a request
 * takes a while.
 */
const marginMs = 60_000;

/** The number of attempts at a login that fails on the way; it changes nothing, so that it may be repeated. */
const maxAttempts = 3;

/** Tokens from a password, a new one before the old one ends. `transport` leads to the identity service, without credentials. */
export function withLogin(login: Login, transport: Transport, clock: Clock): Authentication {
  const { secrets } = transport.auth;
  secrets.add(login.password, '$EVS_PASSWORD');
  let issued: Issued | undefined;
  let asking: Promise<Issued> | undefined;
  let refused: LoginError | undefined;

  async function token(): Promise<string> {
    // a refused password is not tried again, because accounts are locked for that
    if (refused !== undefined) throw refused;
    if (issued !== undefined && clock.date() < issued.until) return issued.token;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return (await asking).token;
  }

  async function ask(): Promise<Issued> {
    try {
      issued = await logIn(login, transport, clock, secrets);
    } catch (error) {
      if (error instanceof LoginError && !error.passing) refused = error;
      throw error;
    }
    secrets.add(issued.token, '$EVS_TOKEN');
    return issued;
  }

  return {
    kind: 'login',
    secrets,
    headers: async (whose) => tokenHeader(whose === 'own' ? await token() : '', whose),
    sign: () => ({}),
    async renew(sent) {
      // a request that was denied at the same time may have asked for a new token already
      if (issued?.token === sent['x-auth-token']) issued = undefined;
      await token();
      return true;
    },
    advice: ({ status }) =>
      `the login worked, but its token is not accepted (${status}): check that the project of the volumes is the one of the login`,
    close: () => transport.close(),
  };
}

async function logIn(login: Login, transport: Transport, clock: Clock, secrets: Secrets): Promise<Issued> {
  const path = /\/v3$/.test(transport.url) ? '/auth/tokens' : '/v3/auth/tokens';
  const place = `${transport.url}${path}`;
  for (let attempt = 1; ; attempt += 1) {
    const request = { method: 'POST', path, body: bodyOf(login) };
    // generous, because the answer holds the catalogue of the cloud
    const { reply, url } = await sendPatiently(transport, request, clock, { reads: generous });
    if (reply.kind === 'answer' && reply.status === 201) return issuedBy(reply, place, clock.date());
    const error =
      reply.kind === 'answer'
        ? refusedLogin(login, place, reply, secrets)
        : new LoginError(
            `the login at ${place} got no answer (${reply.detail}): ${adviceOn(reply, url) ?? 'is it up?'} (auth.url)`,
            true,
          );
    const over = reply.kind === 'none' && reply.reason === 'aborted';
    if (!error.passing || over || attempt >= maxAttempts) throw error;
    await clock.sleep(100 * 4 ** attempt);
  }
}

function bodyOf({ user, domain, password, project }: Login): string {
  const scope = 'id' in project ? project : { name: project.name, domain: { name: domain } };
  const identity = { methods: ['password'], password: { user: { name: user, password, domain: { name: domain } } } };
  return JSON.stringify({ auth: { identity, scope: { project: scope } } });
}

/** The token of an answer. Its life is counted on our own clock, which may differ from the service's. */
function issuedBy({ headers, json }: WireAnswer, place: string, now: number): Issued {
  const token = headers['x-subject-token'];
  if (token === undefined || token === '') {
    const message = `the login at ${place} was answered 201 without X-Subject-Token: check that auth.url is an identity service`;
    throw new LoginError(message, false);
  }
  const said = (json as { token?: { expires_at?: unknown; issued_at?: unknown } } | null | undefined)?.token;
  const ends = Date.parse(String(said?.expires_at));
  // a token without an end is good until it is denied
  if (Number.isNaN(ends)) return { token, until: Number.POSITIVE_INFINITY };
  const began = [said?.issued_at, headers.date].map((text) => Date.parse(String(text))).find((at) => !Number.isNaN(at));
  const life = ends - (began ?? now);
  if (life <= 0) {
    const message = `the login at ${place} issued a token that has already expired (expires_at ${String(said?.expires_at)}): check the clock of the identity service`;
    throw new LoginError(message, false);
  }
  return { token, until: now + Math.max(life - marginMs, life * 0.9) };
}
