import type { Named, Obtained, SetUp, Volume } from '../volume-source.ts';
import { type Created, refused } from './creation.ts';
import { at, jsonOf, saying, textAt } from './reply.ts';
import type { CallSpan } from './span.ts';
import type { VolumeApi } from './volume-api.ts';

/** Volumes that are found by their names, whatever the result of the call that made them. */
export interface NamedVolumes {
  /** Makes a volume with the name of the set-up, which is recorded before. Throws `LedgerError` if it cannot be. */
  make(setUp: SetUp, create: (named: Named) => Promise<Created>): Promise<Obtained>;
  /** The volumes of exactly that name; a string gives the reason why the search failed. */
  find(project: string, name: string): Promise<readonly Volume[] | string>;
}

/** `project`: the project in which volumes are created. `span`: the time for a look into the list. */
export function openNames(api: VolumeApi, project: string, span: () => CallSpan): NamedVolumes {
  async function find(of: string, name: string): Promise<readonly Volume[] | string> {
    const reply = await api.list(of, name, span().send);
    const volumes = at(jsonOf(reply), 'volumes');
    if (!Array.isArray(volumes)) return `the list of volumes ${saying(reply)}, and holds no list "volumes"`;
    // some services find all names with this beginning, or do not filter at all
    return volumes.flatMap((one: unknown) => {
      const id = textAt(one, 'id');
      return id !== undefined && textAt(one, 'name') === name ? [{ project: of, id, name }] : [];
    });
  }

  /** Looks for a volume by its name if it may exist although its id is unknown. */
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
