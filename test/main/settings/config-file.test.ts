import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initCommand } from '../../../cli/init.ts';
import { type ConfigFile, readConfigFile } from '../../../main/settings/config-file.ts';
import { findConfig } from '../../../main/settings/find-config.ts';
import { UsageError } from '../../../main/settings/usage.ts';
import { readVolumes } from '../../../main/settings/volumes.ts';
import schema from '../../../schemas/config.schema.json' with { type: 'json' };
import { packageRoot } from '../../../spec/root.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evs-yaml-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function read(text: string): ConfigFile {
  const path = join(folder, `${++files}.yaml`);
  writeFileSync(path, text);
  return readConfigFile(path);
}

describe('a config file in YAML', () => {
  test('says what one in JSON says, and its paths are relative to it', () => {
    const text =
      'runs: 5\nonly: [size.greater]\ncontract: ./mine.json\nreport: out\nauth:\n  kind: signed\n  secretKeyFile: sk\n';
    expect(read(text)).toEqual({
      runs: 5,
      only: ['size.greater'],
      contract: join(folder, 'mine.json'),
      report: join(folder, 'out'),
      auth: { kind: 'signed', secretKeyFile: join(folder, 'sk') },
    });
    expect(read('{"runs": 5}')).toEqual({ runs: 5 });
  });

  test.each(['', '\n', '# nothing\n', '---\n'])('that says nothing is one: %j', (text) => {
    expect(read(text)).toEqual({});
  });

  test.each([
    ['runs: 5\nruns: 6', /is not YAML: duplicate key \(line 2\)/],
    ['a: [1', /is not YAML: bad collection .*\(line 1\)|is not YAML: .*line 1/],
    ['runs: "5', /is not YAML: missing char/],
    ['report: &a x\ncontract: *a', /has an alias, which is not supported: write the value out \(line 2\)/],
    ['runs: 5\n---\nruns: 6', /is not YAML: multiple docs/],
    ['- 1', /it must be object/],
    ['just words', /it must be object/],
    ['taget: x', /unknown key .* "taget": did you mean target\?/],
    ['limits:\n  requestMS: 1', /below limits, "requestMS": did you mean requestMs/],
    ['runs: "5"', /runs must be integer/],
    ['project: 0123', /project must be string/],
    ['? {a: 1}\n: 2', /unknown key|is not YAML/],
    [`only: ${'['.repeat(100_000)}`, /is nested too deeply \(line 1\)/],
    [`only: ${'{a: '.repeat(50_000)}`, /is nested too deeply/],
    [`only:\n${'- '.repeat(100_000)}x`, /is nested too deeply \(line 2\)/],
    [`only:\n${'? '.repeat(100_000)}x`, /is nested too deeply/],
    [`# ${'x'.repeat(300_000)}`, /more than the 262144/],
  ])('%# is refused', (text, message) => {
    expect(() => read(text)).toThrow(UsageError);
    expect(() => read(text)).toThrow(message);
  });

  test('tells all its mistakes at once, and what fits none of several shapes once', () => {
    const text =
      'taget: x\nruns: "5"\nlimits: { requestMS: 1 }\nheaders: { A: { evn: X }, B: "" }\nobserve: { volume: { path: 3 } }\ncontract: 7\nvolumes: { kind: evs, zone: a, multiattach: 1 }\n';
    const message = () => read(text);
    expect(message).toThrow(/\.yaml has 9 mistakes:\n/);
    for (const one of [
      'unknown key of the config file "taget": did you mean target?',
      'unknown key of the config file, below limits, "requestMS": did you mean requestMs?',
      'unknown key of the config file, below headers.A, "evn": did you mean env?',
      'config file: runs must be integer',
      'config file: headers.B must NOT have fewer than 1 characters',
      'config file: observe.volume.path must be string',
      'config file: contract must be string',
      'unknown key of the config file, below volumes, "zone": known: kind, availabilityZone',
      'config file: volumes.multiattach must be boolean',
    ])
      expect(message).toThrow(`\n  ${one}`);
    const many = Array.from({ length: 25 }, (_, at) => `k${at}: 1\n`).join('');
    expect(() => read(many)).toThrow(/has 25 mistakes:(\n {2}unknown key .*){20}\n {2}and 5 more$/);
  });

  test('of aliases that stand for more than any memory holds is refused at once', () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `l${at + 1}: &l${at + 1} [${'*l'.concat(String(at), ', ').repeat(9)}]`,
    );
    expect(() => read(`l0: &l0 [x]\n${levels.join('\n')}`)).toThrow(/has an alias/);
  });

  test.each(['token: s3cret\n bad', 's3cret: "', 'report: *s3cret', '"s3cret\n'])('is never quoted: %j', (text) => {
    expect(() => read(text)).toThrow(UsageError);
    expect(() => read(text)).not.toThrow(/s3cret/);
  });

  test('knows no types beyond JSON’s, and makes nothing of names that objects have', () => {
    expect(() => read('report: !!binary aGk=')).toThrow(/report must be string|is not YAML/);
    expect(() => read('__proto__: { runs: 5 }')).toThrow(/unknown key/);
    expect(read('seed: 7').runs).toBeUndefined();
  });
});

describe('the config file of a folder', () => {
  const inside = () => mkdtempSync(join(folder, 'find-'));

  test('is the YAML or the JSON one, and not both', () => {
    const here = inside();
    expect(findConfig(here)).toBeUndefined();
    writeFileSync(join(here, 'evs-conformance.config.json'), '{}');
    expect(findConfig(here)).toBe(join(here, 'evs-conformance.config.json'));
    writeFileSync(join(here, 'evs-conformance.config.yaml'), '');
    expect(() => findConfig(here)).toThrow(/two config files here/);
    rmSync(join(here, 'evs-conformance.config.json'));
    expect(findConfig(here)).toBe(join(here, 'evs-conformance.config.yaml'));
  });
});

describe('init', () => {
  /** A folder with what `init` wrote. */
  function init() {
    const here = mkdtempSync(join(folder, 'ini t-'));
    let printed = '';
    const out = (text: string): void => {
      printed += text;
    };
    const code = initCommand(here, { out, err: out, env: {}, stopped: async () => {} });
    const file = join(here, 'evs-conformance.config.yaml');
    return {
      here,
      file,
      code,
      printed,
      text: readFileSync(file, 'utf8'),
      again: () => initCommand(here, { out, err: out, env: {}, stopped: async () => {} }),
    };
  }

  test('writes a file that says nothing yet, and says where', () => {
    const { file, code, printed } = init();
    expect(code).toBe(0);
    expect(printed).toContain('wrote evs-conformance.config.yaml');
    expect(readConfigFile(file)).toEqual({});
  });

  test('names the schema for editors, so that it is found from the file', () => {
    const { file, text } = init();
    const [, reference = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(resolve(dirname(file), decodeURIComponent(reference))).toBe(
      join(packageRoot(), 'schemas/config.schema.json'),
    );
  });

  test('never overwrites, whichever form is there', () => {
    const { file, text, again, here } = init();
    writeFileSync(file, `${text}runs: 7\n`);
    expect(again).toThrow(/exists already and was not changed/);
    expect(readFileSync(file, 'utf8')).toBe(`${text}runs: 7\n`);
    rmSync(file);
    writeFileSync(join(here, 'evs-conformance.config.json'), '{}');
    expect(again).toThrow(/exists already/);
    expect(readdirSync(here)).toEqual(['evs-conformance.config.json']);
  });

  test('shows every setting, each valid once it is uncommented', () => {
    const { text } = init();
    const settings = text
      .split('\n')
      .filter((line) => /^# ( *[\w-]+:( |$)|auth:|volumes:)/.test(line) && !line.includes('$schema='));
    const all = settings.map((line) => line.slice(2)).join('\n');
    // so are the ways to obtain volumes
    const [top = '', ...ways] = all.split(/^(?=volumes:$)/m);
    const [last = '', ...below] = (ways.at(-1) ?? '').split(/^(?=auth:$)/m);
    const volumes = [...ways.slice(0, -1), last].map((way) => read(`${top.replace(/^states.*$/m, '')}${way}`).volumes);
    const obtaining = ['command', 'inventory', 'evs', 'openstack'];
    expect(volumes).toMatchObject(obtaining.map((kind) => ({ kind })));
    const context = { file: 'x', project: 'p', env: {}, maxGb: undefined };
    expect(volumes.map((way) => readVolumes(way, context).kind)).toEqual(obtaining);
    const plain = `${top}${last}${below.join('')}`;
    // the kinds of credentials are one key, and only one of them can stand there
    const [before = '', ...kinds] = plain.split(/^(?=auth:$)/m);
    const shown = kinds.map((kind, at) => {
      const [auth = '', rest = ''] = kind.split(/^(?=headers:)/m);
      return read(at === kinds.length - 1 ? `${before}${auth}${rest}` : `${before}${auth}`);
    });
    expect(shown.map(({ auth }) => auth?.kind)).toEqual(['token', 'login', 'signed', 'none']);
    const keys = new Set(shown.flatMap((config) => Object.keys(config)));
    const known = Object.keys(schema.properties).filter((key) => !['$schema', 'tokenEnv', 'tokenFile'].includes(key));
    expect([...keys].sort()).toEqual(known.sort());
    const auth = new Set(shown.flatMap((config) => Object.keys(config.auth ?? {})));
    expect([...auth].sort()).toEqual(Object.keys(schema.properties.auth.properties).sort());
  });
});
