import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';
import { packageRoot } from '../../spec/root.ts';
import { rackPage } from '../cli/rack-page.ts';
import { ownLines } from '../command-lines.ts';
import { newKeys } from '../evidence/attestation/keys.ts';
import { codeBlocks } from './pages.ts';

/** README.md, and the check by hand, have tests of their own, in which each step needs the one before it. */
const pages = [...new Set(codeBlocks.map(({ page }) => page))].filter(
  (page) => page.startsWith('docs/') && !page.startsWith('docs/reference/') && page !== 'docs/guides/certify.md',
);
const linesOf = (page: string) =>
  codeBlocks.filter((block) => block.page === page && block.language === 'sh').flatMap(({ text }) => ownLines(text));

const main = join(packageRoot(), 'dist/cli/main.js');
/** One requirement is enough to see that a command runs; such a run is incomplete. */
const short = ['--only', 'operation.route', '--runs', '1', '--extensions', '1'];
const exits: Readonly<Record<string, number>> = { run: 2, merge: 2 };

const defaults = { only: ['operation.route'], runs: 1, extensions: 1 };
const matrix = { seed: 1, defaults, entries: [{ name: 'a' }, { name: 'b' }] };

let service: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  service = await listen(createBackend({ project: 'p' }));
});
afterAll(() => service.close());

describe.each(pages.filter((page) => linesOf(page).length > 0))('the commands of %s, one after another', (page) => {
  const folder = mkdtempSync(join(tmpdir(), 'evs-guide-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const challenge = codeBlocks.find((block) => block.page === page && block.text.includes('--challenge'))?.text;
  const command = (words: readonly string[], cwd = folder) =>
    promisify(execFile)(process.execPath, [main, ...words], { cwd, env: { PATH: process.env.PATH } }).then(
      ({ stdout, stderr }) => ({ code: 0, out: `${stdout}${stderr}` }),
      ({ code, stdout, stderr }) => ({ code: code as number, out: `${stdout}${stderr}` }),
    );

  beforeAll(async () => {
    await prepare(folder, service.url);
    const signed = challenge === undefined ? [] : ['--sign', 'signing-key.pem', '--challenge', theOne(challenge)];
    expect(await command(['run', '--config', 'evs.yaml', ...short, ...signed])).toMatchObject({ code: 2 });
  });

  test.each(linesOf(page).map((line) => [line.join(' '), line] as const))('%s', async (_line, line) => {
    const [name = ''] = line;
    const known: Readonly<Record<string, string>> = {
      'https://evs.example.com': service.url,
      'http://localhost:9000/': `${service.url}/states`,
      'http://hook.example.com/': `${service.url}/states`,
      $EVS_TARGET: service.url,
      $EVS_STATES: `${service.url}/states`,
      $EVS_PROJECT: 'p',
      '0f3b': 'p',
      '8080': '0',
    };
    const isOfFields = line.includes('request:/volume/size');
    // a page of an operation that has no suite, smaller than the guide's
    if (isOfFields) await command(['derive', 'rack.md', '-o', 'rack.json']);
    const other = { 'request:/volume/size': 'request:/size', 'my-contract.json': 'rack.json' } as const;
    const words = line.flatMap((word) => {
      // a user's own place
      if (word === '…') return [service.url, '--project', 'p', '--states', `${service.url}/states`];
      return (isOfFields ? (other as Readonly<Record<string, string>>)[word] : undefined) ?? known[word] ?? word;
    });
    if (name === 'backend') return startsAndEnds(words);
    const isCertifying = name === 'run' && !words.includes('--plan') && !words.includes('--matrix');
    const isNew = name === 'init';
    const ran = await command(
      isCertifying ? [...words, ...short] : words,
      isNew ? mkdtempSync(join(folder, 'new-')) : folder,
    );
    expect(ran).toMatchObject({ code: words.includes('--plan') ? 0 : (exits[name] ?? 0) });
    return undefined;
  });
});

const theOne = (text: string): string => /--challenge '([^']*)'/.exec(text)?.[1] ?? '';

/** Files that the guides' reader has. */
async function prepare(folder: string, url: string): Promise<void> {
  const page = join(packageRoot(), 'spec/pages/extend-volume.md');
  const keys = newKeys();
  writeFileSync(join(folder, 'evs.yaml'), JSON.stringify({ target: url, project: 'p', states: `${url}/states` }));
  writeFileSync(join(folder, 'rack.md'), rackPage);
  writeFileSync(join(folder, 'matrix.yaml'), JSON.stringify(matrix));
  writeFileSync(join(folder, 'signing-key.pem'), keys.privateKey);
  writeFileSync(join(folder, 'signing-key.pub.pem'), keys.publicKey);
  for (const name of ['PAGE.md', 'NEW-PAGE.md']) copyFileSync(page, join(folder, name));
  for (const name of ['api-reference', 'old-reference', 'new-reference']) {
    mkdirSync(join(folder, name));
    copyFileSync(page, join(folder, name, 'extend-volume.md'));
  }
}

async function startsAndEnds(words: readonly string[]): Promise<void> {
  const env = { PATH: process.env.PATH, EVS_AK: 'own-key', EVS_SK: 'own-secret' };
  const backend: ChildProcess = spawn(process.execPath, [main, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  onTestFinished(() => void backend.kill());
  const [said] = await Promise.race([
    once(backend.stdout as NonNullable<ChildProcess['stdout']>, 'data'),
    once(backend, 'exit'),
  ]);
  expect(String(said)).toContain('reference backend');
}
