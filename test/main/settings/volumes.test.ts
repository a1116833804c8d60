import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '../../../cli/args.ts';
import { readSettings } from '../../../main/settings/config.ts';
import { runOptions } from '../../../main/settings/options.ts';
import { UsageError } from '../../../main/settings/usage.ts';
import { evsPaths } from '../../../targets/providers/evs-api.ts';
import type { Environment } from '../../../wire/proxy.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evs-volumes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(volumes: unknown, argv: readonly string[] = [], env: Environment = {}, more: object = {}) {
  const file = join(folder, 'evs.json');
  writeFileSync(file, JSON.stringify({ target: 'http://evs.example.com', project: 'p', volumes, ...more }));
  return readSettings(parse(runOptions, ['--config', file, ...argv]).values, env);
}

const volumesOf = (...args: Parameters<typeof read>) => read(...args).target?.volumes;

function refusal(...args: Parameters<typeof read>): string {
  try {
    read(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error('was accepted');
}

describe('a command', () => {
  const file = (command: string) => {
    const volumes = volumesOf({ kind: 'command', command });
    return volumes?.kind === 'command' ? volumes.program.file : undefined;
  };

  test('is a path beside the config file, or a name in PATH', () => {
    expect(file('./volumes.sh')).toBe(join(folder, 'volumes.sh'));
    expect(file('/opt/volumes')).toBe('/opt/volumes');
    expect(file('volumes')).toBe('volumes');
    const program = { file: 'volumes', args: ['a b'], cwd: folder, env: { PATH: '/bin' } };
    expect(volumesOf({ kind: 'command', command: 'volumes', args: ['a b'] }, [], { PATH: '/bin' })).toEqual({
      kind: 'command',
      program,
    });
  });

  test('never sees the secrets of the run, under whatever name', () => {
    const env = {
      PATH: '/bin',
      EVS_TOKEN: 'x',
      MINE: 's3cret',
      COPY: 'Bearer s3cret',
      EVS_SK: 'y',
      CLOUD_PASSWORD: 'own',
    };
    const volumes = volumesOf({ kind: 'command', command: 'volumes' }, [], env, { tokenEnv: 'MINE' });
    expect(volumes).toMatchObject({ program: { env: { PATH: '/bin', CLOUD_PASSWORD: 'own' } } });
    expect(JSON.stringify(volumes)).not.toMatch(/s3cret|EVS_/);
  });
});

describe('an inventory', () => {
  const list = [
    { id: 'a', maxGb: 300 },
    { id: 'b', servers: ['ACTIVE'], maxGb: 200 },
    { id: 'c', tenant: 'other' },
  ];

  test('has its blanks filled in, and the smallest budget is that of the run', () => {
    const settings = read({ kind: 'inventory', list });
    const plain = { project: 'p', status: 'available', multiattach: false, servers: [] };
    expect(settings.target?.volumes).toEqual({
      kind: 'inventory',
      maxGb: 200,
      list: [
        { ...plain, id: 'a' },
        { ...plain, id: 'b', status: 'in-use', servers: ['ACTIVE'] },
        { ...plain, id: 'c', tenant: 'other' },
      ],
    });
    expect(settings.maxGb).toBe(200);
    expect(read({ kind: 'inventory', list }, ['--max-gb', '150']).maxGb).toBe(150);
    expect(read({ kind: 'inventory', list: [{ id: 'a' }] }, ['--max-gb', '150']).maxGb).toBe(150);
  });

  test.each<[unknown, RegExp]>([
    [[{ id: 'a' }], /volumes.list has volumes without a budget: give each a maxGb, or set --max-gb for all/],
    [[...list, { id: 'a', maxGb: 9 }], /volumes.list names a twice/],
    [[{ id: 'a', maxGB: 9 }], /unknown key .*below volumes.list.0, "maxGB": did you mean maxGb/],
    [[{ id: 'a', maxGb: '9' }], /volumes.list.0.maxGb must be integer/],
    [[], /volumes.list must NOT have fewer than 1 items/],
  ])('%j is refused', (wrong, message) => {
    expect(refusal({ kind: 'inventory', list: wrong })).toMatch(message);
  });
});

test('all mistakes of an inventory are told at once', () => {
  const list = [{ id: 'a', project: 'q' }, { id: 'b' }, { id: 'b' }, { id: 'c', project: 'r' }];
  const told = refusal({ kind: 'inventory', list }).split('\n');
  expect(told[0]).toMatch(/ has 4 mistakes:$/);
  expect(told.slice(1)).toEqual([
    expect.stringMatching(/names b twice$/),
    expect.stringMatching(/has "a" in project "q"/),
    expect.stringMatching(/has "c" in project "r"/),
    expect.stringMatching(/volumes without a budget/),
  ]);
});

describe('the vendor’s own endpoints', () => {
  test('have paths of their own where the config names them', () => {
    expect(volumesOf({ kind: 'evs', volumeType: 'SSD', paths: { create: '/v3/{project_id}/volumes' } })).toEqual({
      kind: 'evs',
      project: 'p',
      volumeType: 'SSD',
      multiattach: false,
      paths: { ...evsPaths, create: '/v3/{project_id}/volumes' },
    });
  });

  test('need what they look for', () => {
    expect(refusal({ kind: 'evs', paths: { list: '/v2/{project_id}/all' } })).toMatch(
      /volumes.paths.list has to contain \{name\}/,
    );
    expect(refusal({ kind: 'evs', paths: { job: '/{job}' } })).toMatch(/unknown parameter in volumes.paths.job "job"/);
  });
});

describe('the endpoints of OpenStack', () => {
  const blank = { kind: 'openstack', project: 'p', endpoint: '/v3/{project_id}', resetState: false, attach: true };

  test('stand where they do by default, and attach, but reset nothing unless that is said', () => {
    expect(volumesOf({ kind: 'openstack' })).toEqual(blank);
    const told = {
      ...{
        endpoint: '/volume/v3/{project_id}',
        availabilityZone: 'nova',
        volumeType: 'ssd',
        multiattachType: 'shared',
      },
      ...{ resetState: true, attach: false },
    };
    expect(volumesOf({ kind: 'openstack', ...told })).toEqual({ ...blank, ...told });
  });

  test('are called at the microversion that a header names', () => {
    const headers = { 'OpenStack-API-Version': 'volume 3.42' };
    const [header] = read({ kind: 'openstack' }, [], {}, { headers }).target?.headers ?? [];
    expect(header).toEqual({ name: 'OpenStack-API-Version', value: 'volume 3.42' });
  });

  test.each<[object, RegExp]>([
    [{ multiattach: true }, /unknown key .*below volumes, "multiattach": did you mean multiattachType\?/],
    [{ resetStates: true }, /"resetStates": did you mean resetState\?/],
    [{ resetState: 'yes' }, /volumes.resetState must be boolean/],
    [{ endpoint: 'v3' }, /volumes.endpoint must match pattern/],
    [{ endpoint: '/v3/{tenant_id}' }, /unknown parameter in volumes.endpoint "tenant_id"/],
  ])('%j is refused', (wrong, message) => {
    expect(refusal({ kind: 'openstack', ...wrong })).toMatch(message);
  });
});

describe('of several ways one counts', () => {
  test('a hook of the command line or the environment goes before the file', () => {
    const target = read({ kind: 'evs' }, ['--states', 'http://localhost:9000/']).target;
    expect(target).toMatchObject({ states: 'http://localhost:9000/', volumes: undefined });
  });

  test.each<[unknown, object, RegExp]>([
    [{ kind: 'evs' }, { states: 'http://x' }, /states and volumes are two ways to obtain volumes: keep one/],
    [{ kind: 'evss' }, {}, /unknown kind of volumes .* "evss": did you mean evs\?/],
    [{ kind: 'hook', url: 'x' }, {}, /the state hook is given by "states", its URL/],
    [{ kind: 'openstak' }, {}, /unknown kind of volumes .* "openstak": did you mean openstack\?/],
    [{}, {}, /volumes must have required property 'kind'/],
    [{ kind: 'evs' }, { target: undefined, project: undefined }, /there is no target, .*\(volumes in /],
  ])('%j beside %j is refused', (volumes, more, message) => {
    expect(refusal(volumes, [], {}, more)).toMatch(message);
  });
});
