import type { Named, Obtained, SetUp, Volume } from '../volume-source.ts';
import { type Created, refused } from './creation.ts';
import { at, jsonOf, saying, textAt } from './reply.ts';
import type { CallSpan } from './span.ts';
import type { VolumeApi } from './volume-api.ts';

/** Volumes that are found by their names, whatever became of the call that made them. */
export interface NamedVolumes {
  /** Makes a volume under the name of the set-up, which is written down before. Throws `LedgerError` where it cannot be. */
  make(setUp: SetUp, create: (named: Named) => Promise<Created>): Promise<Obtained>;
  /** The volumes of exactly that name; a string says why they cannot be looked for. */
  find(project: string, name: string): Promise<readonly Volume[] | string>;
}

/** `project`: where volumes are created. `span`: what a look into the list may take. */
export function openNames(api: VolumeApi, project: string, span: () => CallSpan): NamedVolumes {
  async function find(of: string, name: string): Promise<readonly Volume[] | string> {
    const reply = await api.list(of, name, span().send);
    const volumes = at(jsonOf(reply), 'volumes');
    if (!Array.isArray(volumes)) return `the list of volumes ${saying(reply)}, and holds no list "volumes"`;
    // some services find all names that begin so, or do not filter at all
    return volumes.flatMap((one: unknown) => {
      const id = textAt(one, 'id');
      return id !== undefined && textAt(one, 'name') === name ? [{ project: of, id, name }] : [];
    });
  }

  /** A volume that may be there although nobody was told its id has its name. */
  async function identify(created: Created, name: string): Promise<Obtained> {
    if (created.kind !== 'ended' && !(created.kind === 'failed' && created.made === 'unknown')) return created;
    const found = await find(project, name);
    if (created.kind === 'ended' && found.length === 0) return refused(created.reason);
    const [volume] = typeof found === 'string' ? [] : found;
    return { kind: 'failed', reason: `${created.reason}, named ${name}`, made: volume ?? 'unknown' };
  }

  return {
    async make(setUp, create) {
      const named = { project, name: `evs-conformance-${setUp.id}` };
      setUp.goesOut('the target', named);
      return identify(await create(named), named.name);
    },
    find,
  };
}
