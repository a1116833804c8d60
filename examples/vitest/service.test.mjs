/**
 * The page's requirements as tests beside one's own: `npm install && npm test`. `MAXIMUM=32769 npm test` shows how a failure
 * reads: a service that accepts one GB too many.
 */
import { createServer } from 'node:http';
import { conformance } from 'evs-conformance/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { service } from './service.mjs';

const { MAXIMUM = '32768' } = process.env;

// one test a requirement; the service is served on loopback for the run, and its state hook is a path of its own
conformance({
  target: createServer(service({ maximum: Number(MAXIMUM) })),
  project: 'vendor',
  states: '/states',
  report: 'conformance-report',
});

test('a volume that nobody knows is not found', async () => {
  const server = createServer(service()).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/v2/vendor/cloudvolumes/none`);
  expect(answer.status).toBe(404);
});
