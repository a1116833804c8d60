import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Campaign, readCampaign } from '../../../main/campaign/file.ts';
import { UsageError } from '../../../main/settings/usage.ts';
import schema from '../../../schemas/campaign.schema.json' with { type: 'json' };
import config from '../../../schemas/config.schema.json' with { type: 'json' };
import { matrixFile, temporary } from './bench.ts';

const read = (content: unknown, name?: string): Campaign => readCampaign(matrixFile(temporary(), content, name));

describe('a matrix file', () => {
  test('is every target by every contract, and what stands for itself, in its order', () => {
    const folder = temporary();
    writeFileSync(join(folder, 'odd.yaml'), 'runs: 3\nreport: out\n');
    const text = `
seed: 9
defaults: { runs: 20, tokenEnv: CLOUD_TOKEN, states: "http://127.0.0.1:9000/" }
targets:
  - { name: eu-1, target: "https://eu-1.example.com", project: p }
  - { name: us-1, target: "https://us-1.example.com", project: q, runs: 5, auth: { kind: none } }
contracts:
  - extend-volume
  - { name: own, contract: ./own.json, runs: 7, volumes: { kind: openstack } }
entries:
  - { name: odd, config: ./odd.yaml }
  - { name: plain }
`;
    const { seed, runs, sha256 } = readCampaign(matrixFile(folder, text, 'm.yaml'));
    expect(seed).toBe(9);
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
    const states = 'http://127.0.0.1:9000/';
    const eu = { target: 'https://eu-1.example.com', project: 'p', tokenEnv: 'CLOUD_TOKEN' };
    const us = { target: 'https://us-1.example.com', project: 'q', auth: { kind: 'none' } };
    const own = { contract: join(folder, 'own.json'), volumes: { kind: 'openstack' } };
    expect(runs.map(({ name, settings }) => [name, settings])).toEqual([
      ['eu-1-extend-volume', { ...eu, states, runs: 20, contract: 'extend-volume' }],
      ['eu-1-own', { ...eu, ...own, runs: 7 }],
      // what a target says goes before what a contract says, and that before the defaults
      ['us-1-extend-volume', { ...us, states, runs: 5, contract: 'extend-volume' }],
      ['us-1-own', { ...us, ...own, runs: 5 }],
      ['odd', { runs: 3, report: join(folder, 'out') }],
      // what the defaults say of targets is not said of the reference backend
      ['plain', { runs: 20 }],
    ]);
    expect(runs.map((one) => one.config !== null)).toEqual([false, false, false, false, true, false]);
  });

  test('without contracts has an entry a target', () => {
    const defaults = { target: 'https://evs.example.com' };
    const runs = (file: object) => read(file).runs.map(({ name }) => name);
    expect(runs({ defaults, targets: [{ name: 'a' }, { name: 'b' }] })).toEqual(['a', 'b']);
    expect(runs({ targets: [{ name: 'a', fault: 'status-202' }] })).toEqual(['a']);
  });

  const entries = [{ name: 'a' }];
  test.each<readonly [unknown, RegExp]>([
    [{}, /needs targets or entries/],
    [[], /it must be object/],
    [{ entires: [] }, /unknown key of the matrix file .*"entires": did you mean entries\?/],
    [{ entries, taget: 1 }, /"taget": did you mean targets\?/],
    [{ entries: [{ name: 'a', taget: 'x' }] }, /below entries\.0, "taget": did you mean target\?/],
    [{ entries, defaults: { rnus: 1 } }, /below defaults, "rnus": did you mean runs\?/],
    [{ targets: [{ name: 'a', config: 'x' }] }, /below targets\.0, "config"/],
    [
      { entries: [{ name: 'a', limits: { requestMS: 1 } }] },
      /below entries\.0\.limits, "requestMS": did you mean requestMs/,
    ],
    [
      { entries: [{ name: 'a', seed: 1 }] },
      /entries\.0\.seed is not a setting of an entry: it belongs once at the top/,
    ],
    [{ targets: [{ name: 'a', report: 'x' }] }, /targets\.0\.report is not .*: each entry has a folder of its own/],
    [{ entries: [] }, /entries must NOT have fewer than 1 items/],
    [{ contracts: ['extend-volume'], entries }, /must have propert.* targets when property contracts is present/],
    [{ entries: [{}] }, /entries\.0 must have required property 'name'/],
    ...['../a', 'a/b', 'A', '.', '', '-a', 'a.json', 'x'.repeat(65), 'ä'].map(
      (name) => [{ entries: [{ name }] }, /entries\.0\.name must match pattern/] as const,
    ),
    [{ targets: [{ name: 'a' }] }, /: a is one of the targets but has no URL: name it with target/],
    [{ defaults: { fault: 'status-202' }, targets: [{ name: 'a' }] }, /: a is one of the targets but has no URL/],
    [{ targets: [{ name: 'a', project: 'p' }], contracts: ['b'] }, /a-b is one of the targets but has no URL/],
    [{ entries: [{ name: 'nul' }] }, /nul cannot be the name of a folder everywhere/],
    [{ entries: [{ name: 'a' }, { name: 'a' }] }, /has two entries named a: rename one/],
    [{ targets: [{ name: 'a' }], contracts: ['b'], entries: [{ name: 'a-b' }] }, /two entries named a-b/],
    [{ entries: [{ name: 'a', runs: '5' }] }, /entries\.0\.runs must be integer/],
    [
      { entries: [{ name: 'a', config: 'x.yaml', runs: 5 }] },
      /entry a names a config file, but has settings of its own \(runs\)/,
    ],
    [
      { entries: [{ name: 'a', config: 'none.yaml' }] },
      /cannot read the config file .*none\.yaml: there is no such file/,
    ],
    [
      {
        targets: Array.from({ length: 101 }, (_, at) => ({ name: `t${at}` })),
        contracts: Array.from({ length: 10 }, (_, at) => `c${at}`),
      },
      /has 1010 entries, but at most 1000 are allowed/,
    ],
  ])('%j is refused', (content, message) => {
    expect(() => read(content)).toThrow(message);
    expect(() => read(content)).toThrow(UsageError);
  });

  const wrongs = (content: unknown): readonly string[] => {
    try {
      read(content);
    } catch (error) {
      return (error as UsageError).message.split('\n').slice(1);
    }
    throw new Error('was accepted');
  };

  test('tells all mistakes of its shape at once', () => {
    const found = wrongs({
      taget: 1,
      defaults: { rnus: 1, seed: 3 },
      entries: [{ name: 'A', report: 'x' }, { name: 'b', runs: '5' }, {}],
    });
    expect(found).toEqual([
      expect.stringMatching(/defaults\.seed is not a setting of an entry: it belongs once/),
      expect.stringMatching(/entries\.0\.report is not a setting of an entry/),
      '  unknown key of the matrix file, below defaults, "rnus": did you mean runs?',
      '  unknown key of the matrix file "taget": did you mean targets?',
      expect.stringMatching(/entries\.0\.name must match pattern/),
      expect.stringMatching(/entries\.1\.runs must be integer/),
      expect.stringMatching(/entries\.2 must have required property 'name'/),
    ]);
  });

  test('tells all that does not fit together at once, config files included', () => {
    const found = wrongs({
      targets: [{ name: 'a' }, { name: 'b', fault: 'status-202' }],
      entries: [
        { name: 'b' },
        { name: 'nul' },
        { name: 'c', config: 'x.yaml', runs: 5 },
        { name: 'd', config: 'none.yaml' },
      ],
    });
    expect(found).toEqual([
      expect.stringMatching(/entry c names a config file, but has settings of its own \(runs\)/),
      expect.stringMatching(/has two entries named b: rename one/),
      expect.stringMatching(/nul cannot be the name of a folder/),
      expect.stringMatching(/a is one of the targets but has no URL/),
      expect.stringMatching(/cannot read the config file .*x\.yaml/),
      expect.stringMatching(/cannot read the config file .*none\.yaml/),
    ]);
  });

  test('is never quoted where it is no YAML, and has no aliases', () => {
    expect(() => read('entries: "s3cret\n', 'm.yaml')).toThrow(UsageError);
    expect(() => read('entries: "s3cret\n', 'm.yaml')).not.toThrow(/s3cret/);
    expect(() => read('defaults: &a { runs: 1 }\nentries: [*a]\n', 'm.yaml')).toThrow(/has an alias/);
  });

  test('knows every setting of a config file but those that are the command’s', () => {
    const commands = ['$schema', 'report', 'seed', 'challenge', 'quiet', 'verbose', 'history'];
    const known = Object.keys(config.properties).filter((key) => !commands.includes(key));
    expect(Object.keys(schema.$defs.settings.properties)).toEqual(known);
    for (const [key, value] of Object.entries(schema.$defs.settings.properties)) {
      // a run of an entry is by one contract
      const place = key === 'contract' ? '$defs/contract' : `properties/${key}`;
      expect(value).toEqual({ $ref: `config.schema.json#/${place}` });
    }
  });
});
