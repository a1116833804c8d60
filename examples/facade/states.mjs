import { randomUUID } from 'node:crypto';

/**
 * The state hook: sets up volumes in Cinder, and says of their servers what no Nova is there to say.
 *
 * @returns a function of the hook's body that resolves with `{ status, json }`
 */
export function openStates(cinder, { project, otherProject, servers, metadata }) {
  const cannot = (reason) => ({ status: 422, json: { reason } });

  async function setUp({ size, status, multiattach, servers: states = [], tenant }) {
    const owner = tenant === 'other' ? otherProject : project;
    const type = multiattach ? { volume_type: 'multiattach' } : {};
    const made = await cinder.call('POST', owner, '/volumes', { volume: { size, name: 'facade', metadata, ...type } });
    if (made.status !== 202) return cannot(`Cinder creates no such volume: ${JSON.stringify(made.json)}`);
    const { id } = made.json.volume;
    const trouble = await bring(owner, id, status, states);
    if (trouble === undefined) {
      servers.set(id, states);
      return { status: 200, json: { project_id: owner, volume_id: id } };
    }
    await remove(owner, id);
    return cannot(trouble);
  }

  /** Brings a new volume into the state that is asked for; what comes back says why that did not work. */
  async function bring(owner, id, status, states) {
    if (!(await cinder.reaches(owner, id, 'available'))) return 'the new volume did not become available';
    for (const [at] of states.entries()) {
      const place = { instance_uuid: randomUUID(), mountpoint: `/dev/vd${'bcdefgh'[at]}`, mode: 'rw' };
      for (const action of [{ 'os-reserve': {} }, { 'os-attach': place }]) {
        const { status: answer } = await cinder.act(owner, id, action);
        if (answer !== 202) return `Cinder answers ${answer} to ${Object.keys(action)}`;
      }
      if (!(await cinder.reaches(owner, id, 'in-use'))) return 'the volume was not attached';
    }
    if (['available', 'in-use'].includes(status)) return undefined;
    const reset = await cinder.act(owner, id, { 'os-reset_status': { status } });
    return reset.status === 202 ? undefined : `Cinder resets no volume to ${status}`;
  }

  /** Whether the volume is gone. One that was still being extended takes the reset for nothing, and is asked again. */
  async function remove(owner, id) {
    servers.delete(id);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await cinder.act(owner, id, { 'os-reset_status': { status: 'available', attach_status: 'detached' } });
      await cinder.call('DELETE', owner, `/volumes/${encodeURIComponent(id)}`);
      if (await cinder.reaches(owner, id, 'gone', 10_000)) return true;
    }
    return false;
  }

  return async ({ action, params }) => {
    if (action === 'setup') return setUp(params);
    const isGone = await remove(params.project_id, params.volume_id);
    return isGone ? { status: 200, json: {} } : { status: 500, json: { reason: 'the volume is still there' } };
  };
}
