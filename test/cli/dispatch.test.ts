import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dialectIds } from '../../backend/dialects/index.ts';
import { commandNames } from '../../cli/commands.ts';
import { dispatch } from '../../cli/dispatch.ts';
import { run } from './fake-io.ts';

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']], [['help', '--help']]])('%j prints the commands', async (argv) => {
    const { code, out, err } = await run(argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of commandNames) expect(out).toContain(`  ${name} `);
    expect(out).toMatch(/Exit codes: 0 conformant, 1 non-conformant, 2 incomplete, 3 could not run/);
  });

  test.each([...commandNames])('%s --help and help %s print its flags, and fit a screen', async (name) => {
    const { code, out } = await run([name, '--help']);
    expect(code).toBe(0);
    expect((await run(['help', name])).out).toBe(out);
    expect(out.split('\n').length).toBeLessThanOrEqual(30);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('help backend lists the dialects', async () => {
    const { out } = await run(['help', 'backend']);
    for (const id of dialectIds) expect(out).toMatch(new RegExp(`^  ${id} +\\S`, 'm'));
  });

  test('no command at all prints the same, and is not a success', async () => {
    const { code, out, err } = await run([]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toBe((await run(['--help'])).out);
  });

  test('--version', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('run --plan', () => {
  test('says what a run would do and which rows it has no verdict on, and neither sends nor writes anything', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evs-plan-'));
    const report = join(folder, 'report');
    const nobody = ['--target', 'http://127.0.0.1:9', '--project', 'p', '--states', 'http://127.0.0.1:9'];
    try {
      const flags = ['--seed', '4', '--runs', '10', '--max-gb', '200', '--report', report];
      const { code, out, err } = await run(['run', '--plan', ...nobody, ...flags]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Nothing was sent\./);
      for (const name of ['volumes', 'capacity', 'requests', 'longest wait']) expect(out).toContain(`\n  ${name} `);
      expect(out).toContain('? size.maximum: the target declares less room than the maximum');
      expect(out).toContain('--seed 4.');
      expect(() => readFileSync(join(report, 'ledger.ndjson'))).toThrow('ENOENT');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('says how many requirements are judged with a token alone', async () => {
    const to = ['--target', 'https://evs.example.com', '--project', '0f3b', '--states', 'http://localhost:9000/'];
    const plan = (env: Record<string, string>) => run(['run', '--plan', '--seed', '1', ...to], env);
    const judgedIn = (out: string) => /\n {2}requirements {2}(.*)\n/.exec(out)?.[1];
    const without = judgedIn((await plan({})).out);
    const [, judged, more] = /^(\d+) judged, (\d+) more with a token \(EVS_TOKEN\)$/.exec(without ?? '') ?? [];
    expect(judgedIn((await plan({ EVS_TOKEN: 'a-token' })).out)).toBe(`${Number(judged) + Number(more)} judged`);
  });
});

describe('usage errors', () => {
  test.each([
    [['rnu'], /unknown command "rnu": did you mean run\?/],
    [['help', 'lst'], /did you mean list\?/],
    [['--target=http://s3cret'], /a command comes first .*: evs-conformance run --target …/],
    [['run', 'extra'], /run takes flags only/],
    [['run', '--taget', 'x'], /did you mean --target/],
    [['list', '--contract', 'extend-volum'], /unknown contract "extend-volum": did you mean extend-volume\?/],
    [['list', '--contract', 'package.json'], /package.json.*derive the contract again/],
    [['list', '--contract', './none.json'], /none.json: it cannot be read/],
    [['backend', '--port', '65536'], /--port has to be from 0 to 65535/],
    [['backend', '--fault', 'staus-202'], /did you mean status-202/],
    [
      ['backend', '--fault', 'status-200'],
      /status-200 is a fault of extend-volume-v2.1, .*, and this is extend-volume/,
    ],
    [['backend', '--dialect', 'cinder-extend'], /unknown dialect "cinder-extend": did you mean cinder-extend-v2\?/],
  ])('%j exits 3', async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toContain('s3cret');
    expect(err).not.toContain('    at ');
  });

  test('any other error exits 3 without a stack, with one for whoever asks', async () => {
    const taken = { EVS_REPORT: 'package.json/below', EVS_TOKEN: 'package' };
    const argv = ['run', '--fault', 'status-202'];
    const { code, err } = await run(argv, taken);
    expect(code).toBe(3);
    expect(err).not.toContain('    at ');
    expect(err).not.toContain('package.json');
    expect((await run(argv, { ...taken, EVS_DEBUG: '1' })).err).toContain('    at ');
  });
});

describe('list', () => {
  test('prints every requirement with level, statement and clauses', async () => {
    const { code, out } = await run(['list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^size\.over-maximum\s+MUST\s+refuse 32769 GB and above/m);
    expect(out).toMatch(/^meta\.billing-mode\s+none/m);
    expect(out).not.toMatch(/\{(maximum|size|action|servers)\}/);
    expect(out).toMatch(/size\.range/);
  });
});

describe('derive', () => {
  const page = 'spec/pages/extend-volume.md';
  const printed = async () => (await run(['derive', page])).out;

  test('prints the contract, or writes it with its provenance, which --check then finds alike', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evs-derive-'));
    const file = join(folder, 'mine.json');
    expect(await run(['derive', page, '-o', file])).toMatchObject({ code: 0, out: `wrote ${file}\n` });
    expect(readFileSync(file, 'utf8')).toBe(await printed());
    expect(await run(['derive', page, '--check', file])).toMatchObject({ code: 0 });
    expect((await run(['list', '--contract', file])).out).toMatch(/size\.range, line \d+/);
    writeFileSync(file, (await printed()).replace('32768', '32769'));
    const { code, out } = await run(['derive', page, '--check', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/mine\.json:\d+: has .*32769.*, derived .*32768/);
    rmSync(folder, { recursive: true });
  });

  test('keeps the sentences of the page only where it is told to, and lists what was not understood either way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evs-derive-'));
    const [mine, file] = [join(folder, 'page.md'), join(folder, 'mine.json')];
    writeFileSync(mine, readFileSync(page, 'utf8').replace('# Extend', 'It must be blue.\n\n# Extend'));
    for (const [flags, listed] of [
      [[], 'not understood, line 1: under "'],
      [['--quote'], 'not understood, line 1: It must be blue'],
    ] as const) {
      expect((await run(['derive', mine, ...flags, '-o', file])).err).toContain('line 1: It must be blue');
      expect((await run(['list', '--contract', file])).out).toContain(listed);
      const provenance = readFileSync(join(folder, 'mine.provenance.en.json'), 'utf8');
      expect(provenance.includes('greater than the size so far')).toBe(flags.length > 0);
    }
    rmSync(folder, { recursive: true });
  });

  test('a contract of the first format is refused, and the way out is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evs-derive-'));
    const file = join(folder, 'old.json');
    writeFileSync(file, (await printed()).replace('"format": 2', '"format": 1'));
    for (const argv of [
      ['run', '--contract', file],
      ['list', '--contract', file],
    ]) {
      const { code, err } = await run(argv);
      expect(code).toBe(3);
      expect(err).toMatch(
        /old\.json#\/format: .*format 1.*; derive its page again: evs-conformance derive PAGE -o FILE/,
      );
    }
    rmSync(folder, { recursive: true });
  });

  test.each([
    [['derive'], /derive takes one page, and 0 were given/],
    [['derive', 'a', 'b'], /and 2 were given/],
    [['derive', './none.md'], /cannot read the page .*no such file/],
    [['derive', 'a', '-o', 'b', '--check', 'c'], /remove one/],
    [['derive', 'package.json'], /package.json:1: /],
  ])('%j exits 3', async (argv, message) => {
    const { code, err } = await run(argv);
    expect(code).toBe(3);
    expect(err).toMatch(message);
  });
});

describe('backend', () => {
  test('prints its URLs, serves until it is stopped, and ends', async () => {
    let printed = '';
    let status = 0;
    const out = (text: string) => {
      printed += text;
    };
    const stopped = async () => {
      const states = /state hook: +(\S+)/.exec(printed)?.[1] ?? '';
      status = (await fetch(states, { method: 'POST', body: '{}' })).status;
    };
    const code = await dispatch(['backend', '--port', '0'], { out, err: out, env: {}, stopped });
    expect(code, printed).toBe(0);
    expect(printed).toMatch(/reference backend: http:\/\/127\.0\.0\.1:\d+\n/);
    expect(status).toBeGreaterThanOrEqual(200);
  });

  test('a port that is taken exits 3', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const { code, err } = await run(['backend', '--port', String(port)]);
    expect(code).toBe(3);
    expect(err).toMatch(/EADDRINUSE/);
    await new Promise((resolve) => holder.close(resolve));
  });
});

describe('backend --auth', () => {
  const password = 'the-password-of-ours';
  const env = {
    EVS_TOKEN: 'the-token',
    EVS_USER: 'me',
    EVS_PASSWORD: password,
    EVS_AK: 'AKOFOURS',
    EVS_SK: 'the-secret',
  };

  test.each(['token', 'login', 'signed', 'none'])('%s asks for what run gives', async (kind) => {
    let printed = '';
    const said: (string | number)[] = [];
    const stopped = async () => {
      const url = /reference backend: +(\S+)/.exec(printed)?.[1] ?? '';
      const reply = await fetch(`${url}/v2/5a2b0c7d9e1f4368a7b5c4d3e2f10987/cloudvolumes/x`);
      said.push(reply.status);
      const user = { name: 'me', password, domain: { name: 'Default' } };
      const scope = { project: { id: '5a2b0c7d9e1f4368a7b5c4d3e2f10987' } };
      const body = JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } }, scope } });
      said.push((await fetch(`${url}/v3/auth/tokens`, { method: 'POST', body })).status);
    };
    const out = (text: string) => {
      printed += text;
    };
    expect(await dispatch(['backend', '--auth', kind], { out, err: out, env, stopped }), printed).toBe(0);
    expect(said).toEqual([kind === 'none' ? 404 : 401, kind === 'login' ? 201 : 404]);
    expect(printed).not.toContain(password);
  });

  test('without the variables, or of an unknown kind, exits 3', async () => {
    expect(await run(['backend', '--auth', 'signed'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/set EVS_AK/),
    });
    expect(await run(['backend', '--auth', 'sgined'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/signed\?/),
    });
  });
});
