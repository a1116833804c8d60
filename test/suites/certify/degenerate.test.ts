import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../cli/clock.ts';
import { standing } from '../../../reports/standing.ts';
import type { Clock } from '../../../wire/clock.ts';
import { certifyAt, idsWith, startBackend, told } from '../bench.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const json =
  (status: number, text: string): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };
const envelope = '{"error":{"message":"m","code":"c"}}';
const grown = '{"volume":{"size":10,"status":"available","multiattach":false},"job_id":"7","status":"SUCCESS"}';

const servers: Readonly<Record<string, Answer>> = {
  'answers 200 {} to everything': json(200, '{}'),
  'answers 200 and nothing': json(200, ''),
  'answers 200 and a job to everything': json(200, '{"job_id":"7"}'),
  'answers 200, a job and one volume to everything': json(200, grown),
  'answers 400 in the envelope to everything': json(400, envelope),
  'answers 404 in the envelope': json(404, envelope),
  'answers 404 in HTML': (_request, response) => {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>');
  },
  'answers 500': json(500, envelope),
  'answers 503': json(503, ''),
  'redirects everything': (_request, response) => {
    response.writeHead(302, { location: '/elsewhere' }).end();
  },
  'echoes the body': (_request, response, body) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body === '' ? '{}' : body);
  },
  'closes the connection': (request) => {
    request.socket.destroy();
  },
  'closes it at an extension': (request, response) => {
    if (request.method === 'POST') request.socket.destroy();
    else json(404, envelope)(request, response, '');
  },
};

/** Pauses before another attempt are short: what is tried again fails again. */
const hasty: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal) };

/** The server, and volumes from a backend that works: only what is under test is degenerate. */
async function certifyDegenerate(answer: Answer) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
    request.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const backend = await startBackend();
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const result = await certifyAt(
      { url, states: backend.statesUrl },
      { jobMs: 300, runs: 3, extensions: 2, clock: hasty },
    );
    return { ...result, remaining: backend.state.volumes.size };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await backend.close();
  }
}

describe('nothing passes on a server that', () => {
  test.concurrent.for(Object.entries(servers))('%s', async ([, answer], { expect }) => {
    const result = await certifyDegenerate(answer);
    expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual([]);
    expect(standing(result).class).not.toBe('conformant');
    expect(result.remaining).toBe(0);
    expect(result.ledger.left).toEqual([]);
  });
});

test('a target that is not there could not run: its cornerstone is broken, all else inconclusive', async () => {
  const result = await certifyAt({ url: 'http://127.0.0.1:9', states: 'http://127.0.0.1:9/states' });
  expect(idsWith(result, 'broken')).toEqual(['operation.route']);
  expect(told(result)['operation.route']).toMatch(/could not run: no contact with http:\/\/127.0.0.1:9: /);
  expect([...idsWith(result, 'pass'), ...idsWith(result, 'fail')]).toEqual([]);
  expect(standing(result).class).toBe('broken');
});
