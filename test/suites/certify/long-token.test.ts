import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { certifyAt, idsWith, startBackend, told } from '../bench.ts';

const token = `gAAAAABm${'Zm9-_1'.repeat(3332)}`;
const tokens = { [token]: 'a'.repeat(32), conformance: 'a'.repeat(32), other: 'b'.repeat(32) };
const only = ['auth.required', 'size.greater'] as const;

test('a token of 20,000 characters works, and is hidden', async () => {
  expect(token).toHaveLength(20_000);
  const backend = await startBackend({ tokens });
  onTestFinished(backend.close);
  const result = await certifyAt({ url: backend.url, states: backend.statesUrl, token }, { only, runs: 5 });
  expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(expect.arrayContaining([...only]));
  expect(JSON.stringify(result)).not.toContain(token.slice(0, 40));
});

test('a target that takes no such headers cannot be certified, and the reason is its header limit', async () => {
  const backend = await startBackend({ tokens });
  onTestFinished(backend.close);
  // as it comes, this server takes 16 KiB, and answers 431 to more
  const server = createServer((_, response) => void response.end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const result = await certifyAt({ url, states: backend.statesUrl, token }, { only });
  expect(overallVerdict(result).class).toBe('broken');
  expect(told(result)['size.greater']).toMatch(
    /the first valid request was answered 431: the headers of the request have 20\d+ bytes, 20016 of them x-auth-token, which exceeds its header limit: get a shorter token/,
  );
});
