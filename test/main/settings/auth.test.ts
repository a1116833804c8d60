import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../../cli/args.ts';
import { readSettings } from '../../../main/settings/config.ts';
import { runOptions } from '../../../main/settings/options.ts';
import { UsageError } from '../../../main/settings/usage.ts';
import type { Environment } from '../../../wire/proxy.ts';
import { openConfigFolder } from './config-files.ts';

const { folder, file, remove } = openConfigFolder();
afterAll(remove);

const place = ['--target', 'https://evs.example.com', '--project', '0f3b'];

function target(config: object, env: Environment = {}, ...flags: string[]) {
  const argv = [...place, '--config', file(config), ...flags];
  return readSettings(parse(runOptions, argv).values, env).target;
}

function refusal(config: object, env: Environment = {}, ...flags: string[]): string {
  try {
    target(config, env, ...flags);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('was accepted');
}

const secret = 's3cret-of-ours';

describe('credentials', () => {
  test('of the kind token come from auth as well as from above it', () => {
    const token = { kind: 'token', token: secret };
    expect(target({ auth: { kind: 'token' } }, { EVS_TOKEN: secret })?.auth).toEqual(token);
    expect(target({ auth: { kind: 'token', tokenEnv: 'MINE' } }, { MINE: secret })?.auth).toEqual(token);
    file(secret, 'token');
    expect(target({ auth: { kind: 'token', tokenFile: './token' } })?.auth).toEqual(token);
    expect(target({ tokenFile: './token' })?.auth).toEqual(token);
    expect(target({}, { EVS_AUTH: 'token', EVS_TOKEN: secret })?.auth).toEqual(token);
  });

  test('of the kind login: user and address from the environment before the file, the password from a variable or a file', () => {
    const login = { kind: 'login', url: 'https://iam.example.com/v3', user: 'me', domain: 'ours', project: 'mine' };
    expect(target({ auth: login }, { EVS_PASSWORD: secret })?.auth).toEqual({
      ...login,
      password: secret,
      project: { name: 'mine' },
    });
    file(`${secret}\n`, 'password');
    const env = { EVS_USER: 'you', EVS_DOMAIN: 'theirs', EVS_AUTH_URL: 'https://x.example.com/' };
    expect(target({ auth: { ...login, passwordFile: 'password' } }, env)?.auth).toMatchObject({
      user: 'you',
      domain: 'theirs',
      url: 'https://x.example.com',
      password: secret,
    });
  });

  test('of the kind login: without an address, at the target, and for the project by its id', () => {
    expect(target({}, { EVS_USER: 'me', EVS_PASSWORD: ` ${secret} ` }, '--auth', 'login')?.auth).toEqual({
      kind: 'login',
      url: 'https://evs.example.com',
      user: 'me',
      domain: 'Default',
      password: ` ${secret} `,
      project: { id: '0f3b' },
    });
  });

  test('of the kind signed', () => {
    const auth = { kind: 'signed', accessKey: 'AK', secretKey: secret, project: '0f3b' };
    file(secret, 'sk');
    expect(target({ auth: { kind: 'signed' } }, { EVS_AK: 'AKAK', EVS_SK: secret })?.auth).toEqual({
      ...auth,
      accessKey: 'AKAK',
    });
    const sources = { kind: 'signed', accessKeyEnv: 'MINE', secretKeyFile: 'sk' };
    expect(target({ auth: sources }, { MINE: 'AKAK', EVS_SK: '' })?.auth).toEqual({ ...auth, accessKey: 'AKAK' });
  });

  test('of the kind none are none, whatever the environment holds', () => {
    expect(target({ auth: { kind: 'none' } }, { EVS_TOKEN: secret })?.auth).toEqual({ kind: 'none' });
    expect(target({}, { EVS_AK: 'AKAK', EVS_SK: secret })?.auth).toEqual({ kind: 'none' });
  });

  test('a flag goes before the environment, and that before the file', () => {
    const env = { EVS_AUTH: 'signed', EVS_AK: 'AKAK', EVS_SK: secret, EVS_TOKEN: secret };
    expect(target({ auth: { kind: 'login' } }, env)?.auth.kind).toBe('signed');
    expect(target({ auth: { kind: 'login' } }, env, '--auth', 'token')?.auth.kind).toBe('token');
  });

  test.each<[object, Environment, readonly string[], RegExp]>([
    [{ auth: {} }, {}, [], /auth must have required property 'kind'/],
    [{ auth: { kind: 'ak' } }, {}, [], /auth\.kind must be equal to one of the allowed values/],
    [{ auth: { kind: 'token', tokenEvn: 'x' } }, {}, [], /below auth, "tokenEvn": did you mean tokenEnv\?/],
    [{ auth: { kind: 'token', password: secret } }, {}, [], /below auth, "password"/],
    [{ auth: { kind: 'token', user: 'me' } }, {}, [], /auth\.user is for auth\.kind login, but auth\.kind is token/],
    [{ auth: { kind: 'login' }, tokenEnv: 'X' }, {}, [], /tokenEnv is given next to auth: write it as auth\.tokenEnv/],
    [{}, {}, ['--auth', 'sined'], /unknown kind of credentials "sined": did you mean signed\?/],
    [{}, { EVS_AUTH: 'AKSK' }, [], /unknown kind of credentials "AKSK"/],
    [{}, {}, ['--auth', 'signed', '--token', secret], /--token is for the kind token/],
    [{ auth: { kind: 'token' } }, {}, [], /there is none: set EVS_TOKEN, or name auth\.tokenFile/],
    [{ auth: { kind: 'login' } }, {}, [], /a login needs a user: set EVS_USER/],
    [
      { auth: { kind: 'login', user: 'me' } },
      {},
      [],
      /no password: set EVS_PASSWORD, or name a file by auth\.passwordFile/,
    ],
    [{ auth: { kind: 'login', user: 'me', passwordEnv: 'X' } }, {}, [], /passwordEnv names .* X, which is not set/],
    [
      { auth: { kind: 'login', user: 'me', url: `http://u:${secret}@h` } },
      { EVS_PASSWORD: secret },
      [],
      /auth\.url .*contains credentials/,
    ],
    [{ auth: { kind: 'signed' } }, { EVS_SK: secret }, [], /no accessKey: set EVS_AK/],
    [{ auth: { kind: 'signed' } }, { EVS_AK: 'AKAK' }, [], /no secretKey: set EVS_SK/],
    [
      { auth: { kind: 'signed' } },
      { EVS_AK: 'AKAK', EVS_SK: 'abc' },
      [],
      /EVS_SK has under 4 characters, too few to be hidden/,
    ],
    [{ auth: { kind: 'signed' } }, { EVS_AK: 'A K A', EVS_SK: secret }, [], /characters that no access key has/],
    [
      { auth: { kind: 'signed', secretKeyFile: './none' } },
      { EVS_AK: 'AKAK' },
      [],
      /cannot read the secretKey file .*no such file/,
    ],
  ])('%j %j %j is refused', (config, env, flags, message) => {
    const said = refusal(config, env, ...flags);
    expect(said).toMatch(message);
    expect(said).not.toContain(secret);
  });
});

describe('headers of one’s own', () => {
  test('are given as they are, or as secrets in variables and files', () => {
    file(`${secret}\n`, 'key');
    const headers = { 'X-Env': 'staging', 'x-api-key': { env: 'API_KEY' }, 'x-other.key': { file: './key' } };
    expect(target({ headers }, { API_KEY: 'of-the-gateway' })?.headers).toEqual([
      { name: 'X-Env', value: 'staging' },
      { name: 'x-api-key', value: 'of-the-gateway', placeholder: '$API_KEY' },
      { name: 'x-other.key', value: secret, placeholder: '$EVS_HEADER_X_OTHER_KEY' },
    ]);
  });

  test.each<[object, RegExp]>([
    [{ 'X-Auth-Token': 'x' }, /headers\.X-Auth-Token cannot be set: give the token by EVS_TOKEN/],
    [{ host: 'x' }, /headers\.host cannot be set/],
    [{ 'Content-Length': '1' }, /cannot be set/],
    [{ 'x y': 'z' }, /headers/],
    [{ x: 'a\nb' }, /headers\.x contains characters that no HTTP header can carry/],
    [{ x: { env: 'NOT_SET' } }, /headers\.x names the environment variable NOT_SET, which is not set/],
    [{ x: { file: './none' } }, /no such file/],
  ])('%j is refused', (headers, message) => {
    expect(refusal({ headers })).toMatch(message);
  });

  test('authorization is the signature’s where requests are signed', () => {
    const headers = { Authorization: 'Basic x' };
    expect(target({ headers })?.headers).toHaveLength(1);
    const env = { EVS_AK: 'AKAK', EVS_SK: secret };
    expect(refusal({ headers, auth: { kind: 'signed' } }, env)).toMatch(/Authorization cannot be set/);
    expect(refusal({ headers }, env, '--auth', 'signed')).toMatch(/Authorization cannot be set/);
  });
});

describe('certificates', () => {
  const pem = (name: string) => readFileSync(new URL(`../../wire/certificates/${name}.pem`, import.meta.url), 'utf8');

  test('are read from files beside the config file, and tried', () => {
    mkdirSync(join(folder, 'tls'), { recursive: true });
    for (const name of ['ca', 'client', 'client-key']) file(pem(name), `tls/${name}.pem`);
    const tls = { ca: 'tls/ca.pem', cert: 'tls/client.pem', key: 'tls/client-key.pem' };
    expect(target({ tls })?.tls).toEqual({ ca: pem('ca'), cert: pem('client'), key: pem('client-key') });
    expect(refusal({ tls: { cert: 'tls/client.pem' } })).toMatch(/go together: name both/);
    expect(refusal({ tls: { ca: 'tls/none.pem' } })).toMatch(/cannot read the file of tls\.ca .*no such file/);
    expect(refusal({ tls: { ca: 'tls/client-key.pem' } })).toMatch(/no certificate in PEM/);
  });
});
