import type { WireAnswer } from '../exchange.ts';
import type { Secrets } from '../redact.ts';
import { saidBy } from '../said.ts';
import type { Login } from './auth.ts';

/** The identity service issued no token. The message says why and what to do, and holds no secret. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
  /** Whether another try may go better. If not, the same password would be refused again, and the account locked. */
  readonly passing: boolean;

  constructor(message: string, passing: boolean, options?: ErrorOptions) {
    super(message, options);
    this.passing = passing;
  }
}

/** The error for an answer without a token. */
export function refusedLogin(login: Login, place: string, answer: WireAnswer, secrets: Secrets): LoginError {
  const { status } = answer;
  const said = saidBy(answer, secrets);
  const about = said === undefined ? '' : ` (${JSON.stringify(said)})`;
  const passing = status === 429 || status >= 500;
  return new LoginError(
    `the login at ${place} was answered ${status}${about}: ${remedy(login, status, said)}`,
    passing,
  );
}

function remedy(login: Login, status: number, said = ''): string {
  const { project, user, domain } = login;
  const named = 'id' in project ? `project ${project.id}` : `project "${project.name}" (auth.project)`;
  if (status >= 500 || status === 429) return 'the identity service cannot serve now; try again later';
  if (status >= 300 && status < 400) return 'redirects are not followed; give the final address as auth.url';
  if (/project|scope|tenant/i.test(said))
    return `${named} does not exist or is not open to user "${user}": check its id or name`;
  if (status === 401)
    return `check user "${user}", domain "${domain}" and EVS_PASSWORD, and that the user has a role in ${named}`;
  if (status === 403) return `user "${user}" may not log in, or not to ${named}`;
  if (status === 404)
    return `no identity service answers there, or ${named} does not exist: check auth.url and the project`;
  return 'is auth.url the address of the identity service?';
}
