/**
 * What vendors build: the `cloudvolumes` API of the contract extend-volume on top of a Cinder that does the work.
 *
 *   CINDER=http://127.0.0.1:8776 TOKEN=… node examples/facade/facade.mjs     prints its URL; the state hook is at /states
 *
 * METADATA is given to every volume that the hook sets up: examples/cinder/driver.py makes extensions slow, or fail, by it.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { openCinder } from './cinder.mjs';
import { askedSize, mayGrow, passOn, Refusal } from './extend.mjs';
import { openStates } from './states.mjs';

const { CINDER = 'http://127.0.0.1:8776', PORT = '0', PROJECT = '0123456789abcdef0123456789abcdef' } = process.env;
const { TOKEN = randomUUID(), METADATA = '{}' } = process.env;
const maxBodyBytes = 64 * 1024;
const cinder = openCinder(CINDER);
/** Volume id → states of its servers, which Cinder does not know. */
const servers = new Map();
/** Job id → what it waits for. */
const jobs = new Map();
const metadata = JSON.parse(METADATA);
const states = openStates(cinder, { project: PROJECT, otherProject: 'f'.repeat(32), servers, metadata });

async function find(project, id) {
  const { status, json } = await cinder.get(project, id);
  const { volume } = json;
  // this Cinder tells everybody everything
  if (status !== 200 || volume['os-vol-tenant-attr:tenant_id'] !== PROJECT)
    throw new Refusal(404, 'Facade.0010', `there is no volume ${id}`);
  return volume;
}

async function extend(project, id, text) {
  const size = askedSize(text);
  const volume = await find(project, id);
  mayGrow(volume, servers.get(id) ?? [], size);
  const done = await cinder.act(project, id, { 'os-extend': { new_size: size } });
  if (done.status !== 202) passOn(done);
  const job = randomUUID();
  jobs.set(job, { volume: id, size, status: 'RUNNING' });
  return { job_id: job };
}

async function showJob(project, id) {
  const job = jobs.get(id);
  if (job === undefined) throw new Refusal(404, 'Facade.0011', `there is no job ${id}`);
  if (job.status === 'RUNNING') {
    const { status, size } = await find(project, job.volume);
    if (status.startsWith('error')) job.status = 'FAIL';
    else if (status !== 'extending' && size >= job.size) job.status = 'SUCCESS';
  }
  return { job_id: id, job_type: 'extendVolume', status: job.status };
}

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Refusal(413, 'Facade.0012', `the body has more than ${maxBodyBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function answer(request) {
  const { pathname } = new URL(request.url, 'http://facade');
  const text = await bodyOf(request);
  if (pathname === '/states') return states(JSON.parse(text));
  if (request.headers['x-auth-token'] !== TOKEN) throw new Refusal(401, 'Facade.0020', 'the token is missing or wrong');
  const [, version, project, kind, rawId, action, ...rest] = pathname.split('/');
  if (project !== PROJECT) throw new Refusal(403, 'Facade.0021', 'the token is for another project');
  const id = decodeURIComponent(rawId ?? '');
  const route = [request.method, version, kind, action, rest.length].join(' ');
  if (route === 'POST v2 cloudvolumes action 0') return { status: 200, json: await extend(project, id, text) };
  if (route === 'GET v2 cloudvolumes  0') return { status: 200, json: { volume: await find(project, id) } };
  if (route === 'GET v1 jobs  0') return { status: 200, json: await showJob(project, id) };
  throw new Refusal(404, 'Facade.0022', 'there is nothing at this path');
}

const server = createServer(async (request, response) => {
  const { status, json } = await answer(request).catch((error) => {
    const { status: known = error instanceof URIError ? 400 : 503, code = 'Facade.0500', message } = error;
    return { status: known, json: { error: { message, code } } };
  });
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
});
server.listen(Number(PORT), '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
