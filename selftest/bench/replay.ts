import { readFileSync } from 'node:fs';
import http from 'node:http';
import { performance } from 'node:perf_hooks';
import { sideBySide } from '../../engine/side-by-side.ts';
import { defaults } from '../../main/settings/settings.ts';
import { openTransport } from '../../wire/transport.ts';
import { processorMsSince } from './processor.ts';
import type { RecordedRequest } from './recorded.ts';

const [client = 'http', url = '', file = ''] = process.argv.slice(2);
const requests = JSON.parse(readFileSync(file, 'utf8')) as readonly RecordedRequest[];
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** The barest keep-alive client: it sends, reads to the end, and looks at nothing. */
function sendPlain({ method, path, body }: RecordedRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(`${url}${path}`, { method, agent, headers }, (response) => {
      response.resume();
      response.on('end', resolve);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const transport = openTransport({ url, timeoutMs: defaults.limits.requestMs });
const send =
  client === 'http' ? sendPlain : async (one: RecordedRequest): Promise<void> => void (await transport.send(one));
const processor = process.cpuUsage();
const start = performance.now();
await sideBySide(requests, defaults.concurrency, send);
const wallMs = performance.now() - start;
process.stdout.write(JSON.stringify({ requests: requests.length, wallMs, processorMs: processorMsSince(processor) }));
transport.close();
agent.destroy();
