import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Program } from '../../../targets/providers/program.ts';

/** A folder for the length of a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-sources-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A program of these lines for the shell. */
export function shellProgram(script: string): Program {
  const cwd = temporaryFolder();
  const file = join(cwd, 'volumes.sh');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return { file, args: [], cwd, env: { PATH: process.env.PATH ?? '' } };
}

/** What a command of the vendor's may look like: it passes everything on to a state hook, whose URL is its argument. */
export const passOn = `
const { request } = require('node:http');
let call = '';
process.stdin.on('data', (chunk) => { call += chunk; }).on('end', () => {
  const to = request(process.argv[1], { method: 'POST' }, (answer) => {
    answer.pipe(process.stdout);
    answer.on('end', () => { process.exitCode = answer.statusCode === 422 ? 2 : answer.statusCode < 300 ? 0 : 1; });
  });
  to.end(call);
});
`;
