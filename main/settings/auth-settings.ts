import type { Auth } from '../../wire/auth/auth.ts';
import type { Environment } from '../../wire/proxy.ts';
import { readText } from '../report-folder/read.ts';
import type { AuthFile, AuthKind, ConfigFile } from './config-file.ts';
import type { runOptions, Values } from './options.ts';
import { UsageError, unknown } from './usage.ts';
import { readSecret, readToken, readUrl } from './values.ts';

/** The purpose of the keys of `auth` besides `kind`. */
const keysOf = {
  none: [],
  token: ['tokenEnv', 'tokenFile'],
  login: ['url', 'user', 'domain', 'project', 'passwordEnv', 'passwordFile'],
  signed: ['accessKeyEnv', 'accessKeyFile', 'secretKeyEnv', 'secretKeyFile'],
} as const satisfies Record<AuthKind, readonly (keyof AuthFile)[]>;

const kinds = Object.keys(keysOf) as AuthKind[];

/** Where the target is, for which the credentials are. */
interface CredentialsPlace {
  readonly url: string;
  readonly project: string;
}

/** The credentials, their secrets read. `flags` alone hold what stands on the command line; `given` the environment as well. */
export function readAuth(
  flags: Values<typeof runOptions>,
  given: Values<typeof runOptions>,
  file: ConfigFile,
  env: Environment,
  place: CredentialsPlace,
): Auth {
  checkKeys(file);
  const named = given.auth === undefined ? file.auth?.kind : readKind(given.auth);
  if (flags.token !== undefined && named !== undefined && named !== 'token') {
    throw new UsageError(`--token is for the kind token, but the kind of credentials is ${named}: remove one`);
  }
  if (named === 'none') return { kind: 'none' };
  if (named === 'login') return readLogin(file.auth, env, place);
  if (named === 'signed') return readKeys(file.auth, env, place.project);
  const token = flags.token === undefined ? findToken(file, env) : readToken('--token', flags.token);
  if (token !== undefined) return { kind: 'token', token };
  if (named === undefined) return { kind: 'none' };
  throw new UsageError('the kind of credentials is token, but there is none: set EVS_TOKEN, or name auth.tokenFile');
}

function readKind(text: string): AuthKind {
  const kind = kinds.find((one) => one === text);
  if (kind === undefined) throw unknown('kind of credentials', text, kinds);
  return kind;
}

/** A key of another kind would be ignored, and its owner would not know. */
function checkKeys({ auth, tokenEnv, tokenFile }: ConfigFile): void {
  if (auth === undefined) return;
  const known: readonly string[] = keysOf[auth.kind];
  const stray = Object.keys(auth).find((key) => key !== 'kind' && !known.includes(key));
  const top = [tokenEnv === undefined ? [] : ['tokenEnv'], tokenFile === undefined ? [] : ['tokenFile']].flat()[0];
  if (stray !== undefined) {
    const owner = kinds.find((kind) => (keysOf[kind] as readonly string[]).includes(stray));
    throw new UsageError(`auth.${stray} is for auth.kind ${owner}, but auth.kind is ${auth.kind}: change one of them`);
  }
  if (top !== undefined)
    throw new UsageError(`${top} is given next to auth: write it as auth.${top}, with auth.kind token`);
}

function findToken(file: ConfigFile, env: Environment): string | undefined {
  const { auth } = file;
  const [variable, path] = [auth?.tokenEnv ?? file.tokenEnv, auth?.tokenFile ?? file.tokenFile];
  return findSecret({ key: 'token', fallback: 'EVS_TOKEN', variable, path }, env, readToken);
}

function readLogin(auth: AuthFile | undefined, env: Environment, { url, project }: CredentialsPlace): Auth {
  const user = env.EVS_USER || auth?.user;
  if (user === undefined) throw new UsageError('a login needs a user: set EVS_USER, or auth.user in the config file');
  const password = need(
    { key: 'password', fallback: 'EVS_PASSWORD', variable: auth?.passwordEnv, path: auth?.passwordFile },
    env,
  );
  return {
    kind: 'login',
    url: readUrl('auth.url (EVS_AUTH_URL)', env.EVS_AUTH_URL || auth?.url || url, 'no query'),
    user,
    domain: env.EVS_DOMAIN || auth?.domain || 'Default',
    password,
    project: auth?.project === undefined ? { id: project } : { name: auth.project },
  };
}

function readKeys(auth: AuthFile | undefined, env: Environment, project: string): Auth {
  const access = { key: 'accessKey', fallback: 'EVS_AK', variable: auth?.accessKeyEnv, path: auth?.accessKeyFile };
  const secret = { key: 'secretKey', fallback: 'EVS_SK', variable: auth?.secretKeyEnv, path: auth?.secretKeyFile };
  const [accessKey, secretKey] = [need(access, env), need(secret, env)];
  if (!/^[\x21-\x7e]+$/.test(accessKey) || accessKey.includes(',')) {
    throw new UsageError(
      'the access key (EVS_AK) contains characters that no access key has, such as a space or a comma',
    );
  }
  return { kind: 'signed', accessKey, secretKey, project };
}

/** Where a secret may be: the variable that is named, or else the usual one; a file. */
interface SecretSource {
  /** What the keys that name it begin with, as in `tokenEnv`. */
  readonly key: string;
  readonly fallback: string;
  readonly variable: string | undefined;
  readonly path: string | undefined;
}

/** Variable, else file. A source that is named and empty is an error, not a run without the secret. */
function findSecret(
  { key, fallback, variable, path }: SecretSource,
  env: Environment,
  read: (name: string, text: string) => string,
): string | undefined {
  const name = variable ?? fallback;
  const held = env[name];
  if (held !== undefined && held !== '') return read(name, held);
  if (path !== undefined) return read(`the ${key} file ${path}`, readText(`the ${key} file`, path, 65_536));
  if (variable === undefined) return undefined;
  throw new UsageError(`${key}Env names the environment variable ${variable}, which is not set`);
}

function need(source: SecretSource, env: Environment): string {
  const secret = findSecret(source, env, readSecret);
  if (secret !== undefined) return secret;
  throw new UsageError(`there is no ${source.key}: set ${source.fallback}, or name a file by auth.${source.key}File`);
}
