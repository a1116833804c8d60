import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKeys } from '../evidence/attestation/keys.ts';
import { run } from './fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'evs-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const report = join(folder, 'report');
const file = join(report, 'report.json');
const key = join(folder, 'public.pem');
const verify = (...flags: readonly string[]) => run(['verify', report, ...flags]);
const isFollowed = /every verdict follows from the transcript/;

beforeAll(async () => {
  const keys = newKeys();
  writeFileSync(join(folder, 'key.pem'), keys.privateKey);
  writeFileSync(key, keys.publicKey);
  const few = ['--runs', '2', '--extensions', '1', '--only', 'operation.route,size.over-maximum'];
  const signed = ['--challenge', 'mine 1', '--sign', join(folder, 'key.pem'), '--report', report];
  await run(['run', ...few, '--fault', 'maximum-off-by-one', ...signed, '--quiet']);
});

describe('verify', () => {
  test('tells a run that was not asked for from an altered report, and weighs it all the same', async () => {
    const { code, out } = await verify('--challenge', 'another');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^NOT VERIFIED: the report follows from its transcript, but is not the one that you asked for\n/,
    );
    expect(out).toContain('challenge: it is "mine 1", and not the one given');
    expect(out).toMatch(isFollowed);
    expect(out).toContain('it is signed, but --key was not given');
  });

  test('another key is no alteration either', async () => {
    writeFileSync(join(folder, 'other.pem'), newKeys().publicKey);
    const { code, out } = await verify('--key', join(folder, 'other.pem'));
    expect(code).toBe(1);
    expect(out).toMatch(/but is not the one that you asked for\n {2}signature: .* not signed with this key/);
  });

  test('--accept is for scripts: 2 for what nobody accepts as it is', async () => {
    const known = ['--challenge', 'mine 1', '--key', key];
    expect((await verify(...known)).code).toBe(0);
    expect((await verify(...known, '--accept')).code).toBe(2);
  });

  test('--report writes the report that follows beside an altered one', async () => {
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, written.replaceAll('non-conformant', 'conformant'));
    try {
      const { code, out } = await verify('--report', join(folder, 'true'));
      expect(code).toBe(1);
      expect(out).toContain('  the transcript gives non-conformant ');
      expect(out).not.toMatch(isFollowed);
    } finally {
      writeFileSync(file, written);
    }
    expect(readFileSync(join(folder, 'true', 'report.json'), 'utf8')).toBe(written);
    expect((await run(['verify', join(folder, 'true')])).out).toMatch(/^verified: non-conformant /);
  });

  test('an altered transcript gives no report', async () => {
    const transcript = join(report, 'transcript.ndjson');
    const written = readFileSync(transcript, 'utf8');
    writeFileSync(transcript, written.replace('"status":200', '"status":400'));
    try {
      const { code, out } = await verify('--report', join(folder, 'none'));
      expect(code).toBe(1);
      expect(out).not.toContain('the transcript gives');
    } finally {
      writeFileSync(transcript, written);
    }
    expect(() => readFileSync(join(folder, 'none', 'report.json'))).toThrow(/ENOENT/);
  });

  test('never writes over the report that it judges', async () => {
    const { code, err } = await verify('--report', join(report, '.'));
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('name another folder') });
  });
});
