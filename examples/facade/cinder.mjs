/** What the facade needs of a Cinder: one call, and to wait for a state. Attached volumes are extended from 3.42 on. */
const microversion = 'volume 3.42';
const waitMs = 60_000;

/**
 * @param {string} url base URL of the Cinder
 * @returns calls on behalf of a project; each resolves with `{ status, json }`
 */
export function openCinder(url) {
  async function call(method, project, path, body) {
    const headers = {
      'content-type': 'application/json',
      'x-auth-token': `facade:${project}`,
      'openstack-api-version': microversion,
    };
    const signal = AbortSignal.timeout(waitMs);
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url}/v3/${project}${path}`, { method, headers, signal, ...sent });
    const text = await response.text();
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : {} };
  }

  const get = (project, id) => call('GET', project, `/volumes/${encodeURIComponent(id)}`);
  const act = (project, id, action) => call('POST', project, `/volumes/${encodeURIComponent(id)}/action`, action);

  /** Whether the volume gets into a state in time, `gone` for none; one that fails on the way does not. */
  async function reaches(project, id, wanted, withinMs = waitMs) {
    for (const start = Date.now(); Date.now() - start < withinMs; ) {
      const { status, json } = await get(project, id);
      const state = status === 404 ? 'gone' : json.volume?.status;
      if (state === wanted) return true;
      if (String(state).startsWith('error')) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }

  return { call, get, act, reaches };
}
