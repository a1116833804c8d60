import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BackendOptions, createBackend } from '../../../backend/backend.ts';
import { checkAttestation } from '../../../evidence/attestation/folder.ts';
import { certify } from '../../../main/certify.ts';
import { lockFolder } from '../../../main/report-folder/lock.ts';
import { type ConformanceOptions, settingsInCode } from '../../../main/settings/in-code.ts';
import { findContract } from '../../../spec/load.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { newKeys } from '../../evidence/attestation/keys.ts';
import { idsWith } from '../../suites/bench.ts';

/** The reference backend as an app of this process. */
function app(options: BackendOptions = {}): RequestListener {
  return getRequestListener(createBackend({ project: 'p', ...options }).app.fetch, { overrideGlobalObjects: false });
}

const short = { project: 'p', states: '/states', runs: 12, extensions: 3, seed: 3 } as const;

describe('certify', () => {
  test('by several contracts: a report each, one index; what cannot be run keeps no other from it', async () => {
    const report = mkdtempSync(join(tmpdir(), 'evs-several-'));
    onTestFinished(() => rmSync(report, { recursive: true }));
    const copy = join(report, 'mine.json');
    const { text } = findContract('extend-volume');
    writeFileSync(copy, text.replace('"id": "extend-volume"', '"id": "mine"'));
    const run = { ...short, only: ['operation.route'], report } as const;
    const { index, results } = await certify({ target: app(), ...run, contract: ['extend-volume', copy] });
    expect(index).toMatchObject({
      matrixFile: null,
      seed: 3,
      headline: expect.stringMatching(/^incomplete: 2 contracts/),
    });
    expect([...results].map(([id, result]) => [id, result.contract.id, result.seed])).toEqual(
      index.entries.map(({ name, seed }) => [name, name, seed]),
    );
    expect(readdirSync(report)).toEqual(expect.arrayContaining(['index.json', 'extend-volume', 'mine']));
    const file = JSON.parse(readFileSync(join(report, 'mine', 'report.json'), 'utf8'));
    expect(file.contract.id).toBe('mine');

    const lock = lockFolder(join(report, 'mine'), 'a run against http://x');
    const again = await certify({ target: app(), ...run, contract: ['extend-volume', copy] });
    lock.release();
    expect([...again.results.keys()]).toEqual(['extend-volume']);
    expect(again.index).toMatchObject({ exit: 3, entries: [{}, { outcome: 'could-not-run' }] });
    await expect(certify({ target: app(), ...run, contract: ['extend-volume', 'extend-volume'] })).rejects.toThrow(
      /named twice/,
    );
  });

  test.each([
    ['a request listener', app()],
    ['a server that does not listen', createServer(app())],
  ])('%s with its hook', async (_, target) => {
    const result = await certify({ target, ...short });
    const { class: verdict, headline } = overallVerdict(result);
    expect(result).toMatchObject({ verdict: 'conformant', headline });
    expect(verdict).toBe(result.verdict);
    expect(result.processorMs).toBeNull();
    expect(result.target.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(idsWith(result, 'not-applicable')).toContain('auth.required');
  });

  test('a server that listens goes on, and a token is sent', async () => {
    const server = createServer(app({ tokens: { 'own-token': 'p' } }));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const result = await certify({
      target: server,
      token: 'own-token',
      ...short,
      only: ['size.greater', 'auth.required'],
    });
    expect(idsWith(result, 'pass')).toEqual(expect.arrayContaining(['size.greater', 'auth.required']));
    expect(server.listening).toBe(true);
  });

  test('a hook of this process beside a service by its URL', async () => {
    const server = createServer(app());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}`;
    const hook: RequestListener = (request, response) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(`${url}/states`, { method: 'POST', headers, body: Buffer.concat(chunks) });
        response.writeHead(reply.status, headers).end(await reply.text());
      })();
    };
    const { states: _, ...rest } = short;
    const result = await certify({ target: { url, project: 'p', states: hook }, ...rest, only: ['size.greater'] });
    expect(idsWith(result, 'pass')).toEqual(['size.greater']);
  });

  test('a folder that is named gets the report, and no other is made', async () => {
    const report = mkdtempSync(join(tmpdir(), 'evs-in-code-'));
    onTestFinished(() => rmSync(report, { recursive: true }));
    await certify({ target: app({ fault: 'maximum-off-by-one' }), ...short, lang: 'zh', report });
    expect(readdirSync(report)).toEqual(
      expect.arrayContaining(['ledger.ndjson', 'report.html', 'report.json', 'transcript.ndjson']),
    );
    expect(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'))).toMatchObject({ verdict: 'non-conformant' });
    expect(readFileSync(join(report, 'report.html'), 'utf8')).toContain('<html lang="zh');
  });

  test('and is signed, where a key is named', async () => {
    const report = mkdtempSync(join(tmpdir(), 'evs-in-code-'));
    onTestFinished(() => rmSync(report, { recursive: true }));
    const { privateKey, publicKey } = newKeys();
    const sign = join(report, 'key.pem');
    writeFileSync(sign, privateKey);
    const { seed: _, ...run } = { ...short, challenge: 'certifier 7', only: ['size.greater'] as const };
    await expect(certify({ target: app(), ...run, sign })).rejects.toThrow(/sign needs a report/);
    await certify({ target: app(), ...run, sign, report });
    expect(checkAttestation(report, publicKey, { challenge: 'certifier 7' })).toEqual([]);
  });

  test('an abort ends the run with what was found, and the app is closed', async () => {
    const target = createServer(app({ jobDelayMs: 300 }));
    const ending = new AbortController();
    target.once('request', () => setTimeout(() => ending.abort(), 100));
    expect(await certify({ target, ...short, signal: ending.signal })).toMatchObject({ interrupted: true });
    expect(target.listening).toBe(false);
  });

  test('a hook that cannot be served closes the app that was', async () => {
    const target = createServer(app());
    const states = { listen: () => {} } as unknown as RequestListener;
    await expect(certify({ target, project: 'p', states })).rejects.toThrow(/not a server of node:http/);
    expect(target.listening).toBe(false);
  });
});

describe('settings', () => {
  const url = 'https://evs.example.com';
  const nowhere = { target: undefined, states: undefined };
  const read = (options: object, env = {}) =>
    settingsInCode({ target: { url, project: 'p' }, ...options } as ConformanceOptions, nowhere, env);

  test('no variable says any of them, and a token that lies about is not sent', () => {
    const env = { EVS_TARGET: 'https://other', EVS_PROJECT: 'other', EVS_SEED: '5', EVS_TOKEN: 'lies-about' };
    expect(read({}, env)).toMatchObject({ target: { url, project: 'p', auth: { kind: 'none' } }, seed: undefined });
  });

  test('credentials that are asked for come from the variables', () => {
    const target = { url, project: 'p', auth: { kind: 'token' } };
    expect(read({ target }, { EVS_TOKEN: 'asked-for' }).target?.auth).toEqual({ kind: 'token', token: 'asked-for' });
    expect(() => read({ target })).toThrow(/set EVS_TOKEN/);
  });

  test('without a folder there is no report; a relative one is below the working directory', () => {
    expect(read({}).report).toBeUndefined();
    expect(read({ report: 'mine' }).report).toBe(resolve('mine'));
  });

  test.each([
    [{ sede: 1 }, /unknown key of the options.*"sede": did you mean seed\?/],
    [
      { target: { url, project: 'p', tokn: 'x' } },
      /unknown key of the options given in code "tokn": did you mean token\?$/,
    ],
    [
      { limits: { requestsMs: 5 } },
      /unknown key of the options given in code, below limits, .*did you mean requestMs\?$/,
    ],
    [{ seed: -1 }, /seed must be >= 0/],
    // what variables that are not set leave
    [{ target: { url: undefined, project: undefined } }, /the options name no target: give target an app, or a url/],
    [{ target: undefined, fault: 'status-202' }, /the options name no target/],
    [{ target: { url: ' ', project: 'p' } }, /has to be a complete URL/],
    [{ target: { url: 'x', project: 'p' } }, /has to be a complete URL/],
    [{ target: { url } }, /the options name no project: give project, the id of the project/],
    [{ only: ['size.maxium'] }, /did you mean size.maximum/],
    [{ target: { url, project: 'p', volumes: { kind: 'invntory' } } }, /did you mean inventory/],
  ])('%j is refused', (options, message) => {
    expect(() => read(options)).toThrow(message);
  });

  test.each([undefined, {}, 'https://evs.example.com', null])('certify of %j is no run on anything', async (target) => {
    await expect(certify({ target } as unknown as ConformanceOptions)).rejects.toThrow(/the options name no target/);
  });

  test.each([undefined, null, 'https://evs.example.com'])('nor is certify(%j)', async (options) => {
    await expect(certify(options as unknown as ConformanceOptions)).rejects.toThrow(/the options name no target/);
  });

  test('what is wrong is told before anything is served', async () => {
    const target = createServer(app());
    const folder = mkdtempSync(join(tmpdir(), 'evs-in-code-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const baseline = join(folder, 'known.json');
    writeFileSync(baseline, '[{"id": "size.greater"}]');
    await expect(certify({ target, project: 'p', baseline })).rejects.toThrow(/baseline/);
    expect(target.listening).toBe(false);
  });
});
