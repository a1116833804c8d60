import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { seedOf } from '../../evidence/attestation/challenge.ts';
import { checkAttestation } from '../../evidence/attestation/folder.ts';
import { newKeys } from '../evidence/attestation/keys.ts';
import { run } from './fake-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'evs-sign-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { privateKey, publicKey } = newKeys();
const key = join(folder, 'key.pem');
writeFileSync(key, privateKey);
const report = join(folder, 'report');
const attestation = join(report, 'attestation.json');
const short = ['--runs', '3', '--extensions', '2', '--only', 'size.greater', '--report', report];

describe('run --sign, run --challenge', () => {
  test('the report is signed, by the seed that the challenge gives; the next run takes it away', async () => {
    const challenge = 'certifier 7';
    const { code, out } = await run(['run', ...short, '--sign', key], { EVS_CHALLENGE: challenge });
    expect(code).toBe(2);
    expect(out).toContain(attestation);
    const written = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'));
    expect(written).toMatchObject({ challenge, seed: seedOf(challenge) });
    expect(readFileSync(join(report, 'report.html'), 'utf8')).toContain(`<code>${challenge}</code>`);
    expect(checkAttestation(report, publicKey, { challenge })).toEqual([]);
    await run(['run', ...short]);
    expect(existsSync(attestation)).toBe(false);
    expect(checkAttestation(report, publicKey)).toEqual(['attestation.json is missing: the run was not signed']);
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['a key that is public', ['--sign', join(folder, 'public.pem')], {}, /public\.pem: it is a public key/],
    [
      'a file that is not there',
      [],
      { EVS_SIGN: join(folder, 'none.pem') },
      /cannot read the signing key .*no such file/,
    ],
    ['the key itself', [], { EVS_SIGN: privateKey }, /--sign takes the name of a file, not the key itself/],
    ['seed and challenge', ['--seed', '1', '--challenge', 'a'], {}, /both choose the cases.*remove one/],
    ['the same by the environment', ['--challenge', 'a'], { EVS_SEED: '1' }, /both choose the cases/],
    ['a long challenge', ['--challenge', 'x'.repeat(257)], {}, /at most 256 characters/],
    ['a challenge of two lines', ['--challenge', 'a\nb'], {}, /printable ASCII/],
  ])('%s is a usage error, told before anything is sent or written', async (_, flags, env, message) => {
    writeFileSync(join(folder, 'public.pem'), publicKey);
    const target = ['--target', 'http://127.0.0.1:9', '--project', 'p', '--report', join(folder, 'untouched')];
    const { code, out, err } = await run(['run', ...target, ...flags], env);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toContain(privateKey.split('\n')[1]);
    expect(existsSync(join(folder, 'untouched'))).toBe(false);
  });

  test('a config file says both', async () => {
    const config = join(folder, 'evs.yaml');
    writeFileSync(config, 'challenge: from the file\nsign: ./key.pem\n');
    await run(['run', ...short, '--config', config]);
    expect(checkAttestation(report, publicKey, { challenge: 'from the file' })).toEqual([]);
  });
});
