import { type Answer, json } from '../answers.ts';
import { isJsonObject } from '../json.ts';
import type { RuleContext } from '../rules.ts';
import type { Caller, GateSettings } from './gate.ts';

type LoginSettings = Extract<GateSettings, { kind: 'login' }>;

/** The owner of an issued token that is still valid. */
export function callerByIssued(token: string | undefined, { state, settings }: RuleContext): Caller {
  if (token === undefined) return { token };
  const issued = state.issued.get(token);
  if (issued === undefined) return { token: '', problem: 'the token was not issued here' };
  return issued.until > settings.clock.now() ? { token: issued.user } : { token: '', problem: 'the token has ended' };
}

/** `POST /v3/auth/tokens`, by password and scoped to a project, as in Keystone. */
export function logIn(text: string, login: LoginSettings, { state, settings }: RuleContext): Answer {
  const body = parse(text);
  const user = at(body, 'auth', 'identity', 'password', 'user');
  const name = at(user, 'name');
  const scope = at(body, 'auth', 'scope', 'project');
  if (typeof name !== 'string') return refusal(400, 'auth.identity.password.user.name is needed');
  const isKnown = Object.hasOwn(login.passwords, name) && login.passwords[name] === at(user, 'password');
  if (!isKnown || at(user, 'domain', 'name') !== login.domain)
    return refusal(401, 'The request you have made requires authentication.');
  const byName = at(scope, 'name');
  const project = typeof byName === 'string' ? login.projects?.[byName] : at(scope, 'id');
  if (project === undefined || project !== settings.tokens[name])
    return refusal(401, `Could not find project: ${String(byName ?? at(scope, 'id'))}.`);
  const now = settings.clock.now();
  const until = now + login.lifetimeMs;
  const token = `gAAAAA${settings.randomId()}`;
  state.issued.set(token, { user: name, until });
  const view = {
    issued_at: new Date(now).toISOString(),
    expires_at: new Date(until).toISOString(),
    project: { id: project },
  };
  return json(201, { token: view }, { 'x-subject-token': token });
}

const refusal = (code: number, message: string): Answer =>
  json(code, { error: { code, message, title: code === 401 ? 'Unauthorized' : 'Bad Request' } });

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((here, key) => (isJsonObject(here) ? here[key] : undefined), value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
