// A state hook of evs-conformance: sets volumes up for a run, and takes them back. Node 20 or newer, no dependencies.
//
//   EVS_TARGET=https://evs.example.com EVS_PROJECT=0f3b EVS_TOKEN=… node hook.mjs
//   npx evs-conformance run --states http://127.0.0.1:9000/ --target …
//
// As it is, it uses the target's own endpoints, and knows volumes that nothing is attached to. Replace the two functions below
// by calls of your own cloud: each state more that they can bring a volume into lets the run judge more.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const {
  EVS_TARGET: target = '',
  EVS_PROJECT: project = '',
  EVS_TOKEN: token = '',
  HOOK_PORT: port = '9000',
} = process.env;

/** The wish cannot be had here: answered with 422 and the reason, which the report tells. */
class Cannot extends Error {}

// ── yours ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Creates a volume of `size` GB. Comes back once it is in the state that is wished for. */
async function createVolume({ size, status, multiattach, servers, tenant }) {
  if (tenant === 'other') throw new Cannot('there is only one project here');
  if (status !== 'available' || servers.length > 0) throw new Cannot(`no volume is made ${status} here`);
  const wish = { name: 'evs-conformance', size, multiattach, volume_type: 'SSD', availability_zone: 'az-1a', count: 1 };
  const { job_id } = await call('POST', `/v2/${project}/cloudvolumes`, { volume: wish });
  const { entities } = await finished(job_id);
  return { project_id: project, volume_id: entities.volume_id };
}

/** Deletes it, whatever state the run has left it in. One that is gone already is as good. */
async function deleteVolume({ project_id, volume_id }) {
  const { job_id } = await call('DELETE', `/v2/${project_id}/cloudvolumes/${volume_id}`);
  if (job_id !== undefined) await finished(job_id);
}

/** The job, once it has succeeded. */
async function finished(id) {
  for (;;) {
    const job = await call('GET', `/v1/${project}/jobs/${id}`);
    if (job.status === 'SUCCESS') return job;
    if (job.status === 'FAIL') throw new Error(`job ${id} failed: ${job.fail_reason}`);
    await pause(200);
  }
}

async function call(method, path, body) {
  const headers = { 'content-type': 'application/json', ...(token === '' ? {} : { 'x-auth-token': token }) };
  const response = await fetch(target.replace(/\/$/, '') + path, { method, headers, body: JSON.stringify(body) });
  if (method === 'DELETE' && response.status === 404) return {};
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

// ── the protocol: two messages ───────────────────────────────────────────────────────────────────────────────────────

/** The answer to one message: a status, and what stands in its body. */
async function answer({ action, params }) {
  try {
    if (action === 'setup') return [200, await createVolume(params)];
    if (action === 'teardown') return [200, (await deleteVolume(params)) ?? {}];
    return [400, { reason: `there is no action ${action}` }];
  } catch (error) {
    console.error(`${action}: ${error.message}`);
    return [error instanceof Cannot ? 422 : 500, { reason: error.message }];
  }
}

async function json(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

const server = createServer(async (request, response) => {
  const [status, body] = await json(request).then(answer, () => [400, { reason: 'the body is no JSON' }]);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
server.listen(Number(port), '127.0.0.1', () => console.log(`state hook: http://127.0.0.1:${server.address().port}/`));
