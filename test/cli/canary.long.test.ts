import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import type { GateSettings } from '../../backend/gates/gate.ts';
import { packageRoot } from '../../spec/root.ts';

/** Secrets with signs that every encoding spells in its own way. */
const canaries = {
  EVS_TOKEN: 'canary-token/+="\'&<>',
  EVS_PASSWORD: 'canary password/+="\'&<é>',
  EVS_SK: 'canary-secret-key/+=&',
  GATEWAY_KEY: 'canary-gateway/+="key"',
};
const project = 'a'.repeat(32);
const tokens = { conformance: project, AKOFOURS: project, [canaries.EVS_TOKEN]: project, other: 'b'.repeat(32) };

const gates: Readonly<Record<string, GateSettings>> = {
  token: { kind: 'token' },
  login: {
    kind: 'login',
    passwords: { conformance: canaries.EVS_PASSWORD },
    domain: 'Default',
    lifetimeMs: 3_600_000,
  },
  signed: { kind: 'signed', secrets: { AKOFOURS: canaries.EVS_SK }, skewMs: 900_000 },
};

/** Every way in which the echo says a text. */
function spellings(text: string): readonly string[] {
  const json = JSON.stringify(text);
  const html = text.replace(
    /[&<>"']/g,
    (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char] ?? '#39'};`,
  );
  return [
    text,
    json,
    json.replaceAll('/', '\\/'),
    encodeURIComponent(text),
    encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
    html,
    ...(isSignature(text) ? [] : [text.toUpperCase(), text.toLowerCase(), ...packed(text), ...packed(`me:${text}`)]),
  ];
}

/** Good for one request and some minutes: it is hidden as it is, and not what can be made of it. */
const isSignature = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

function packed(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const base64 = bytes.toString('base64');
  const hex = bytes.toString('hex');
  return [base64, encodeURIComponent(base64), bytes.toString('base64url'), hex, hex.toUpperCase()];
}

/** The reference backend, wrong in a few ways, behind a front that repeats all it is told in every answer. */
async function startEcho(kind: string, { onTestFinished }: TestContext) {
  const backend = createBackend({ auth: gates[kind] ?? { kind: 'token' }, tokens, fault: 'maximum-off-by-one' });
  /** What came in headers and must not come out anywhere. */
  const carried = new Set<string>();
  let requests = 0;
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = 'GET', url = '/' } = request;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    for (const name of ['x-auth-token', 'authorization']) {
      const value = headers[name]?.replace(/^.*Signature=/, '');
      // a token of no characters is sent, too, and is no secret
      if (value !== undefined && value !== '' && !value.includes('wrong')) carried.add(value);
    }
    requests += 1;
    // taken back in mid-run: more than one token has to be hidden
    if (requests % 100 === 0) backend.state.issued.clear();
    const init = { method, headers, ...(body.length === 0 ? {} : { body }) };
    const answer = await backend.app.request(`http://127.0.0.1${url}`, init, { incoming: request });
    const text = await answer.text();
    if (url.startsWith('/states')) {
      const bare = answer.status === 204 ? {} : { 'content-type': 'application/json' };
      response.writeHead(answer.status, bare).end(text);
      return;
    }
    const sent = Object.values(headers).flatMap(spellings);
    const said = url.endsWith('/auth/tokens') ? spellings(canaries.EVS_PASSWORD) : [];
    const parsed = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
    const error = parsed.error as object | undefined;
    const echo = { 'x-echo': encodeURIComponent(JSON.stringify(headers)) };
    const message = [...sent, ...said].join(' ');
    const full = { ...parsed, echo: sent, ...(error === undefined ? {} : { error: { ...error, message } }) };
    const own = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, { ...own, ...echo }).end(JSON.stringify(full));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, carried };
}

/** Runs the command line; answers its exit code and all it wrote, by name. */
async function runOn(
  url: string,
  kind: string,
  env: Readonly<Record<string, string>>,
  { onTestFinished }: TestContext,
) {
  const folder = mkdtempSync(join(tmpdir(), 'evs-echo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = { auth: { kind, ...(kind === 'login' ? { user: 'conformance' } : {}) } };
  writeFileSync(
    join(folder, 'evs-conformance.config.json'),
    JSON.stringify({
      ...config,
      target: url,
      project,
      states: `${url}/states`,
      runs: 5,
      extensions: 2,
      report: 'out',
      headers: { 'x-api-key': { env: 'GATEWAY_KEY' } },
    }),
  );
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/cli/main.js'), 'run'], {
    cwd: folder,
    env: { PATH: process.env.PATH, EVS_DEBUG: '1', EVS_AK: 'AKOFOURS', ...canaries, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const wrote: Record<string, string> = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => {
      wrote[name] += chunk.toString();
    });
  const code = await new Promise((resolve) => child.on('close', resolve));
  for (const name of readdirSync(join(folder, 'out'))) wrote[name] = readFileSync(join(folder, 'out', name), 'utf8');
  return { code, wrote };
}

function hides(wrote: Readonly<Record<string, string>>, secrets: Iterable<string>): void {
  const names = Object.keys(wrote);
  expect(names).toEqual(expect.arrayContaining(['stdout', 'stderr', 'report.json', 'junit.xml']));
  for (const secret of secrets) {
    for (const name of names) {
      for (const spelling of spellings(secret)) expect(wrote[name], `${name} of ${secret}`).not.toContain(spelling);
    }
  }
  // in base64 it stands in one of three ways, by what is before it
  const traces = /canary[- ]|63616e6172792[d0]|Y2FuYXJ5L|Y2FuYXJ5I|NhbmFyeS|jYW5hcnk[tg]/i;
  for (const name of names) expect(wrote[name], name).not.toMatch(traces);
}

test.concurrent.for(['token', 'login', 'signed'])(
  'a target that repeats all it is told leaves no secret anywhere: %s',
  async (kind, context) => {
    const { url, carried } = await startEcho(kind, context);
    const { code, wrote } = await runOn(url, kind, {}, context);
    expect(code, wrote.stdout).toBe(1);
    expect(wrote.stdout).toContain('size.over-maximum');
    expect(carried.size).toBeGreaterThan(kind === 'token' ? 0 : 1);
    expect(wrote['ledger.ndjson']).toContain('obtained');
    // the curl line names the variables instead
    expect(wrote['report.json']).toContain(
      { token: '$EVS_TOKEN', login: '$EVS_TOKEN', signed: '$EVS_SIGNATURE' }[kind],
    );
    expect(wrote['report.json']).toContain('$GATEWAY_KEY');
    hides(wrote, [...Object.values(canaries), ...carried]);
  },
);

const wrong = { EVS_TOKEN: 'canary-wrong-token', EVS_PASSWORD: 'canary wrong/"password"', EVS_SK: 'canary-wrong-key' };

test.concurrent.for([
  ['token', /EVS_TOKEN/],
  ['login', /EVS_PASSWORD/],
  ['signed', /EVS_SK is the secret of EVS_AK/],
] as const)(
  'nor where it is the wrong one, which ends with 3 and says what to do: %s',
  async ([kind, advice], context) => {
    const { url, carried } = await startEcho(kind, context);
    const { code, wrote } = await runOn(url, kind, wrong, context);
    expect(code).toBe(3);
    expect(wrote.stdout).toMatch(advice);
    hides(wrote, [...Object.values(wrong), canaries.GATEWAY_KEY, ...carried]);
  },
);
