import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../../cli/args.ts';
import { readSettings } from '../../../main/settings/config.ts';
import { type Option, runOptions } from '../../../main/settings/options.ts';
import { defaults } from '../../../main/settings/settings.ts';
import { UsageError } from '../../../main/settings/usage.ts';
import schema from '../../../schemas/config.schema.json' with { type: 'json' };
import type { Environment } from '../../../wire/proxy.ts';
import { openConfigFolder } from './config-files.ts';

const { folder, file, remove } = openConfigFolder();
afterAll(remove);

const settings = (argv: readonly string[], env: Environment = {}) => readSettings(parse(runOptions, argv).values, env);
const bare = { auth: { kind: 'none' }, headers: [], tls: {} };
const target = ['--target', 'https://evs.example.com', '--project', '0f3b'];

/** The message of the usage error that a command line ends in. */
function refusal(argv: readonly string[], env: Environment = {}): string {
  try {
    settings(argv, env);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('was accepted');
}

describe('settings', () => {
  test('without anything said, the reference backend with the defaults', () => {
    expect(settings([])).toEqual({
      contracts: ['extend-volume'],
      target: undefined,
      fault: undefined,
      report: resolve('conformance-report'),
      lang: 'en',
      baseline: undefined,
      quiet: false,
      verbose: false,
      history: undefined,
      seed: undefined,
      challenge: undefined,
      sign: undefined,
      runs: 100,
      extensions: 12,
      maxGb: undefined,
      allowance: { volumes: undefined, requests: undefined, perSecond: undefined },
      minSize: 10,
      only: undefined,
      concurrency: 12,
      smoke: false,
      failFast: false,
      maxTime: undefined,
      failOn: 'must',
      limits: { requestMs: 10_000, jobMs: 60_000, hookMs: 60_000 },
      observe: { volume: undefined, job: undefined },
    });
  });

  test('flags go over the environment, the environment over the file', () => {
    const config = file({ runs: 1, extensions: 1, seed: 1, target: 'http://c', project: 'c', limits: { jobMs: 5 } });
    const read = settings(['--config', config, '--runs', '3'], {
      EVS_RUNS: '2',
      EVS_EXTENSIONS: '2',
      EVS_TARGET: 'http://e',
    });
    expect(read).toMatchObject({ runs: 3, extensions: 2, seed: 1, limits: { requestMs: 10_000, jobMs: 5 } });
    expect(read.target).toEqual({ url: 'http://e', project: 'c', states: undefined, ...bare });
  });

  test('every variable is read, and an empty one is not set', () => {
    const env = {
      EVS_TARGET: 'https://evs.example.com/base/',
      EVS_PROJECT: '0f3b',
      EVS_STATES: 'http://localhost:9000/states?x=1',
      EVS_TOKEN: 't0ken',
      EVS_CONTRACT: 'other',
      EVS_REPORT: '/tmp/r',
      EVS_SEED: '9',
      EVS_RUNS: '10',
      EVS_EXTENSIONS: '11',
      EVS_MAX_GB: '100',
      EVS_ONLY: 'size.greater, operation.route,size.greater',
      EVS_FAULT: '',
    };
    expect(settings([], env)).toMatchObject({
      contracts: ['other'],
      target: {
        url: 'https://evs.example.com/base',
        project: '0f3b',
        states: 'http://localhost:9000/states?x=1',
        auth: { kind: 'token', token: 't0ken' },
      },
      fault: undefined,
      report: '/tmp/r',
      seed: 9,
      runs: 10,
      extensions: 11,
      maxGb: 100,
      only: ['size.greater', 'operation.route'],
    });
  });

  test('the language of the page: flag, variable, file; no other is known', () => {
    const config = file({ lang: 'zh' });
    expect(settings(['--config', config]).lang).toBe('zh');
    expect(settings(['--config', config], { EVS_LANG: 'en' }).lang).toBe('en');
    expect(settings(['--lang', 'zh'], { EVS_LANG: 'en' }).lang).toBe('zh');
    expect(refusal(['--lang', 'fr'])).toBe('--lang has to be en or zh, not "fr"');
    expect(refusal(['--config', file({ lang: 'fr' })])).toMatch(/lang must be equal to one of the allowed values/);
  });

  test('paths in a config file are relative to it; a contract id is none', () => {
    const config = file({ contract: './mine.json', report: 'out' });
    expect(settings(['--config', config])).toMatchObject({
      contracts: [join(folder, 'mine.json')],
      report: join(folder, 'out'),
    });
    expect(settings(['--config', file({ contract: 'extend-volume' })]).contracts).toEqual(['extend-volume']);
  });

  test('several contracts: flag, variable, file; as a list of the file, its paths are relative to it', () => {
    const config = file({ contract: ['./mine.json', 'extend-volume'] });
    const read = (argv: readonly string[], env: Environment = {}) =>
      settings(['--config', config, ...argv], env).contracts;
    expect(read([])).toEqual([join(folder, 'mine.json'), 'extend-volume']);
    expect(read([], { EVS_CONTRACT: 'a, b.json' })).toEqual(['a', 'b.json']);
    expect(read(['--contract', 'c,d', '--contract=e'], { EVS_CONTRACT: 'a' })).toEqual(['c', 'd', 'e']);
    expect(read(['--contracts', 'spec/contracts'], { EVS_CONTRACT: 'a' })).toContain(
      'spec/contracts/cinder-extend.json',
    );
    for (const contract of [[], [1], ''])
      expect(refusal(['--config', file({ contract })]), JSON.stringify(contract)).toMatch(/: contract/);
  });

  test.each([
    ['--max-volumes', '20'],
    ['--max-requests', '900'],
  ])('with %s checks run one by one', (flag, value) => {
    expect(settings([flag, value]).concurrency).toBe(1);
    expect(Object.values(settings([flag, value]).allowance)).toContain(Number(value));
    expect(settings(['--rate', '5'])).toMatchObject({ concurrency: 12, allowance: { perSecond: 5 } });
  });

  test('an observation can be moved, or switched off', () => {
    const config = file({
      observe: { volume: { path: '/v3/{project_id}/volumes/{volume_id}', at: '/data' }, job: null },
    });
    expect(settings([...target, '--config', config]).observe).toEqual({
      volume: { path: '/v3/{project_id}/volumes/{volume_id}', at: '/data' },
      job: null,
    });
  });
});

describe('the token', () => {
  test('comes from the flag, else the variable, else a file', () => {
    const config = file({ tokenFile: 'token' });
    file('from-file\n', 'token');
    const token = (argv: string[], env: Environment = {}) => {
      const auth = settings([...target, ...argv], env).target?.auth;
      return auth?.kind === 'token' ? auth.token : undefined;
    };
    expect(token(['--config', config, '--token', 'from-flag'], { EVS_TOKEN: 'from-env' })).toBe('from-flag');
    expect(token(['--config', config], { EVS_TOKEN: 'from-env' })).toBe('from-env');
    expect(token(['--config', config])).toBe('from-file');
    expect(token(['--config', file({ tokenEnv: 'MINE' })], { MINE: 'mine', EVS_TOKEN: 'other' })).toBe('mine');
    expect(token([])).toBeUndefined();
  });

  test('is never part of a message', () => {
    const secret = 's3cret';
    const messages = [
      refusal(['--target', `http://user:${secret}@host`, '--project', 'p']),
      refusal(['--target', `${secret}`, '--project', 'p']),
      refusal(['--target', `ftp://${secret}`, '--project', 'p']),
      refusal(['--target', `http://host/?token=${secret}`, '--project', 'p']),
      refusal([...target, '--states', `http://${secret}:x@host`]),
      refusal([...target, '--token', `${secret}\nX-Other: 1`]),
      refusal(target, { EVS_TOKEN: `${secret}\u0000` }),
      refusal([...target, '--config', file(`{"token": "${secret}", }`)]),
      refusal([...target, '--config', file({ token: secret })]),
      refusal([...target, '--config', file({ project: [secret] })]),
      refusal([...target, '--config', file({ tokenFile: file(`${secret}\n${secret}`) })]),
    ];
    for (const message of messages) expect(message).not.toContain(secret);
    expect(messages[0]).toMatch(/contains credentials/);
  });

  test('a variable or a file that is named and holds nothing is an error', () => {
    expect(refusal([...target, '--config', file({ tokenEnv: 'NOT_SET' })])).toMatch(/NOT_SET, which is not set/);
    expect(refusal([...target, '--config', file({ tokenFile: file(' \n') })])).toMatch(/is empty/);
    expect(refusal([...target, '--config', file({ tokenFile: './none' })])).toMatch(/no such file/);
  });
});

describe('what does not fit is refused', () => {
  test.each<[readonly string[], Environment, RegExp]>([
    [['--target', 'https://x'], {}, /--target needs a project: add --project ID/],
    [[...target, '--fault', 'status-202'], {}, /--fault is for the reference backend/],
    [['--fault', 'status-202'], { EVS_TARGET: 'http://x', EVS_PROJECT: 'p' }, /--fault is for the reference backend/],
    [['--fault', 'staus-202'], {}, /unknown fault "staus-202": did you mean status-202\?/],
    [['--only', 'sizes'], {}, /unknown requirement "sizes": did you mean size\?/],
    [['--only', 'size.over-maxium'], {}, /unknown requirement "size.over-maxium": did you mean size.over-maximum\?/],
    [['--only', 'meta.billing-mode'], {}, /no check certifies meta.billing-mode: needs the vendor's billing/],
    [['--max-gb', '10'], {}, /leaves no room to grow/],
    [[], { EVS_RUNS: 'many' }, /EVS_RUNS has to be a whole number/],
    [['--target', 'evs.example.com', '--project', 'p'], {}, /has to be a complete URL/],
    [['--target', 'file:///etc', '--project', 'p'], {}, /http:\/\/ or https:\/\//],
    [['--target', 'http://x/#y', '--project', 'p'], {}, /query or a fragment/],
    [['--target', 'http://x', '--project', 'a/b'], {}, /not a project id: "a\/b"/],
  ])('%j %j', (argv, env, message) => {
    expect(refusal(argv, env)).toMatch(message);
  });

  test('a key that the file must not have, with the nearest one', () => {
    expect(refusal(['--config', file({ taget: 'x' })])).toMatch(/unknown key .* "taget": did you mean target\?/);
    expect(refusal(['--config', file({ limits: { requestMS: 1 } })])).toMatch(
      /below limits, "requestMS": did you mean requestMs/,
    );
    expect(refusal(['--config', file({ observe: { volumes: null } })])).toMatch(/did you mean volume\?/);
    expect(refusal(['--config', file({ observe: { job: { pat: '/' } } })])).toMatch(/did you mean path\?/);
  });

  test('a value of the wrong kind, with its place', () => {
    expect(refusal(['--config', file({ runs: '5' })])).toMatch(/runs must be integer/);
    expect(refusal(['--config', file({ limits: { jobMs: 0 } })])).toMatch(/limits.jobMs must be >= 1/);
    expect(refusal(['--config', file([])])).toMatch(/it must be object/);
    const job = { path: '/jobs/{id}' };
    expect(refusal([...target, '--config', file({ observe: { job } })])).toMatch(
      /unknown parameter in observe.job.path "id"/,
    );
    expect(refusal([...target, '--config', file({ observe: { job: { path: '/jobs' } } })])).toMatch(
      /has to contain \{job_id\}/,
    );
  });

  test('a file that cannot be read, is too large or not JSON', () => {
    expect(refusal(['--config', '/nowhere/x.json'])).toMatch(/cannot read the config file .*no such file/);
    expect(refusal(['--config', folder])).toMatch(/it is a folder/);
    expect(refusal(['--config', file('{\n"a": }')])).toMatch(/is not JSON/);
    expect(refusal(['--config', file(`"${'x'.repeat(9_000_000)}"`)])).toMatch(/more than the/);
  });
});

describe('the published schema', () => {
  test('names every setting, and its ranges are those of the flags', () => {
    new Ajv2020({ strict: true }).compile(schema);
    const properties: Record<string, object> = schema.properties;
    for (const [name, option] of Object.entries<Option>(runOptions)) {
      if (['config', 'help', 'contracts', 'page', 'matrix', 'shard', 'plan', 'token'].includes(name)) continue;
      const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(Object.keys(properties), name).toContain(key);
      if (option.kind !== 'integer') continue;
      expect(properties[key], name).toMatchObject({ minimum: option.least, maximum: option.most });
    }
  });

  test('its defaults are the defaults', () => {
    const { runs, extensions, minSize, concurrency, limits, report } = schema.properties;
    expect({
      runs: runs.default,
      extensions: extensions.default,
      minSize: minSize.default,
      concurrency: concurrency.default,
      report: report.default,
      limits: {
        requestMs: limits.properties.requestMs.default,
        jobMs: limits.properties.jobMs.default,
        hookMs: limits.properties.hookMs.default,
      },
    }).toEqual({
      runs: defaults.runs,
      extensions: defaults.extensions,
      minSize: defaults.minSize,
      concurrency: defaults.concurrency,
      report: defaults.report,
      limits: defaults.limits,
    });
  });

  test('is shipped as plain JSON beside the code', () => {
    const text = readFileSync(new URL('../../../schemas/config.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(text)).toEqual(schema);
  });
});
