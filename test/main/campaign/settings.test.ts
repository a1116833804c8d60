import { describe, expect, test } from 'vitest';
import { readCampaign } from '../../../main/campaign/file.ts';
import { entrySettings, ownEnvironment } from '../../../main/campaign/settings.ts';
import { entrySeed, readShard, shardOf } from '../../../main/campaign/shard.ts';
import type { Environment } from '../../../wire/proxy.ts';
import { matrixFile, temporary } from './bench.ts';

const target = { target: 'https://evs.example.com', project: 'p' };

/** The settings of each entry of a matrix file, in this environment. */
function settingsOf(entries: readonly object[], env: Environment) {
  const { runs } = readCampaign(matrixFile(temporary(), { entries }));
  const flags = { report: '/nowhere', seed: 5, lang: undefined, quiet: false };
  return runs.map((run) => entrySettings(run, flags, ownEnvironment(run, runs, env)));
}

describe('the settings of an entry', () => {
  test('hold the secrets that it names, and those of no other entry', () => {
    const env = {
      A_TOKEN: 'secret-of-a',
      B_TOKEN: 'secret-of-b',
      PATH: '/bin',
      PLAIN: 'x',
      EVS_TOKEN: 'secret-of-all',
    };
    const command = { kind: 'command', command: './volumes.sh' };
    const [a, b] = settingsOf(
      [
        { name: 'a', ...target, tokenEnv: 'A_TOKEN', volumes: command },
        { name: 'b', ...target, tokenEnv: 'B_TOKEN', volumes: command },
      ],
      env,
    );
    expect(a?.target?.auth).toEqual({ kind: 'token', token: 'secret-of-a' });
    expect(b?.target?.auth).toEqual({ kind: 'token', token: 'secret-of-b' });
    expect(a?.target?.volumes).toMatchObject({ program: { env: { PATH: '/bin', PLAIN: 'x' } } });
    expect(JSON.stringify(a?.target?.volumes)).not.toContain('secret-of');
  });

  test('take nothing from the variables of a single run, but where they name them', () => {
    const env = {
      EVS_TOKEN: 'secret-of-all',
      EVS_TARGET: 'https://other.example.com',
      EVS_ONLY: 'size.greater',
      EVS_USER: 'me',
    };
    const [none, named] = settingsOf(
      [
        { name: 'a', ...target },
        { name: 'b', ...target, tokenEnv: 'EVS_TOKEN' },
      ],
      env,
    );
    expect(none).toMatchObject({ target: { url: target.target, auth: { kind: 'none' } }, only: undefined });
    expect(named?.target?.auth).toEqual({ kind: 'token', token: 'secret-of-all' });
  });

  test('say what is missing, and that variables have to be named', () => {
    const login = { name: 'a', ...target, auth: { kind: 'login', user: 'me' } };
    expect(() => settingsOf([login], { EVS_PASSWORD: 'secret-of-all' })).toThrow(
      /there is no password: .*; in a matrix, a variable counts where the entry names it$/,
    );
    expect(() => settingsOf([{ name: 'a', ...target, tokenEnv: 'NOT_SET' }], {})).toThrow(/NOT_SET, which is not set$/);
  });

  test('that has no target is one on the reference backend, unless its own settings speak of one', () => {
    const fault = { fault: 'status-202' };
    const of = (entry: object, defaults: object = {}) => {
      const file = matrixFile(temporary(), { defaults, entries: [{ name: 'a', ...entry }] });
      const [run] = readCampaign(file).runs;
      if (run === undefined) throw new Error('there is no entry');
      return () => entrySettings(run, { report: '/nowhere', seed: 5, lang: undefined, quiet: false }, {});
    };
    const speaking = { tokenEnv: 'A', states: 'http://127.0.0.1:9', baseline: 'known.yaml', observe: { job: null } };
    // what is inherited does not count, in neither direction
    expect(of({ runs: 3 }, speaking)()).toMatchObject({ target: undefined, baseline: undefined, runs: 3 });
    expect(of({}, fault)()).toMatchObject({ target: undefined, fault: 'status-202' });
    expect(of({ project: 'p' }, fault)).toThrow(/there is no target, .*\(project in /);
    expect(of({ tokenEnv: 'A' }, { runs: 3 })).toThrow(/there is no target, .*\(tokenEnv in /);
    expect(of({ project: 'p', ...fault })()).toMatchObject({ target: undefined, fault: 'status-202' });
    expect(of({ project: 'p' }, { target: 'https://evs.example.com' })().target).toMatchObject({ project: 'p' });
  });

  test('have the seed and the folder that the command gives, also over those of a config file', () => {
    expect(settingsOf([{ name: 'a' }], {})[0]).toMatchObject({ seed: 5, report: '/nowhere' });
  });
});

describe('shards', () => {
  test('have every entry once, each at least one', () => {
    for (const of of [1, 2, 3, 7]) {
      const owners = Array.from({ length: 7 }, (_, at) => shardOf(at, of));
      expect(new Set(owners)).toEqual(new Set(Array.from({ length: of }, (_, at) => at + 1)));
    }
  });

  test.each([
    ['1/2', { index: 1, of: 2 }],
    [' 4/4 ', { index: 4, of: 4 }],
  ])('%j is one', (text, shard) => {
    expect(readShard(text, 4)).toEqual(shard);
  });

  test.each([
    ['0/2', /numbered from 1 to 2/],
    ['3/2', /numbered from 1 to 2/],
    ['1/0', /numbered from 1 to 1/],
    ['1', /has to be i\/n/],
    ['1/2/3', /has to be i\/n/],
    ['-1/2', /has to be i\/n/],
    ['1/5', /has 4 entries, so a shard would be empty: use at most 4 shards/],
    ['a\u001bb', /not "a\\u001bb"/],
  ])('%j is none', (text, message) => {
    expect(() => readShard(text, 4)).toThrow(message);
  });

  test('the seed of an entry follows from the seed and the name, and fits where seeds do', () => {
    expect(entrySeed(7, 'a')).toBe(entrySeed(7, 'a'));
    const seeds = [7, 8, 71].flatMap((seed) => ['a', 'b', '1a'].map((name) => entrySeed(seed, name)));
    expect(new Set(seeds).size).toBe(seeds.length);
    for (const seed of seeds)
      expect(seed).toSatisfy((one: number) => Number.isInteger(one) && one >= 0 && one < 2 ** 31);
  });
});
