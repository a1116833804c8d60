import type { Contract } from '../spec/contract.ts';
import { attachedStatus, findClause, freeStatus, serverStatuses, volumeStatuses } from '../spec/parts.ts';
import type { Setup } from './case.ts';
import type { Room } from './room.ts';
import { otherServerStatuses, otherVolumeStatuses, tellingServerStatuses } from './vocabulary.ts';

/** The plain set-up: the smallest volume, free, unshared, never extended. */
export function plainSetup(contract: Contract, room: Room): Setup {
  return {
    size: room.smallest,
    status: freeStatus(contract),
    multiattach: false,
    servers: [],
    grown: 0,
    exact: false,
    essential: true,
  };
}

/** Set-ups in which the contract accepts an extension, the plain one first; all but that one are extra. */
export function acceptingSetups(contract: Contract, room: Room): readonly [Setup, ...Setup[]] {
  const plain = plainSetup(contract, room);
  const extra = { ...plain, essential: false };
  const { middle, large, huge } = sizesOf(room);
  const [attached, ...others] = attachedSetups(contract, room).map((setup) => ({ ...setup, essential: false }));
  const using = (change: Partial<Setup>): readonly Setup[] =>
    attached === undefined ? [] : [{ ...attached, ...change }];
  const isShared = findClause(contract, 'state.in-use-shared') !== undefined;
  const shared = (change: Partial<Setup>): readonly Setup[] =>
    isShared ? [{ ...extra, multiattach: true, ...change }] : [];
  return [
    plain,
    { ...extra, grown: 1 },
    ...using({}),
    ...shared({}),
    { ...extra, grown: 2 },
    { ...extra, size: large },
    ...others.slice(0, 1),
    ...using({ grown: 1 }),
    ...severalServers(contract, room).slice(0, 1),
    { ...extra, size: middle },
    ...shared({ grown: 1 }),
    ...using({ size: large }),
    ...others.slice(1),
    ...shared({ size: large }),
    { ...extra, size: huge },
  ];
}

/**
 * Sizes of volumes besides the smallest: a few times the smallest, half of the room, and just below its end. All in GB.
 */
export function sizesOf(room: Room): { readonly middle: number; readonly large: number; readonly huge: number } {
  const atLeast = (size: number): number => Math.max(room.smallest, size);
  return {
    middle: atLeast(Math.min(room.smallest * 4, Math.floor(room.ceiling / 4))),
    large: atLeast(Math.floor(room.ceiling / 2)),
    huge: atLeast(room.ceiling - 40),
  };
}

/**
 * Whether its extensions bring a volume to the page's maximum: this near the end of the room, each of them adds 1 GB.
 */
export function isFull({ size, grown }: Pick<Setup, 'size' | 'grown'>, { ceiling, full }: Room): boolean {
  return full && size > ceiling - 20 && size + grown > ceiling;
}

/** Set-ups with a server, for requirements in which neither the volume's size nor its history may matter. */
export function attachedExtras(contract: Contract, room: Room): readonly Setup[] {
  const attached = attachedSetups(contract, room).map((setup) => ({ ...setup, essential: false }));
  const { large } = sizesOf(room);
  return [
    ...attached.slice(0, 1).map((setup) => ({ ...setup, grown: 1 })),
    ...severalServers(contract, room),
    ...attached.slice(0, 1).map((setup) => ({ ...setup, size: large })),
    ...attached.slice(1).map((setup) => ({ ...setup, grown: 1 })),
  ];
}

/** Free, shared volumes: the plain one has to be had. */
export function sharedFreeSetups(contract: Contract, room: Room): readonly [Setup, ...Setup[]] {
  const shared = { ...plainSetup(contract, room), multiattach: true };
  const extra = { ...shared, essential: false };
  return [shared, { ...extra, grown: 1 }, { ...extra, size: sizesOf(room).large }];
}

/** In use, unshared, with one server: one set-up for each documented state. */
export function attachedSetups(contract: Contract, room: Room): readonly Setup[] {
  const status = attachedStatus(contract);
  if (status === null) return [];
  return serverStatuses(contract).map((server) => ({ ...plainSetup(contract, room), status, servers: [server] }));
}

/** In use with several servers, each in a documented state: few vendors can provide that. */
export function severalServers(contract: Contract, room: Room): readonly Setup[] {
  const status = attachedStatus(contract);
  const good = serverStatuses(contract);
  if (status === null || good.length < 2) return [];
  const pairs = good.map((server, at) => [server, good[(at + 1) % good.length] ?? server]);
  return pairs.map((servers) => ({ ...plainSetup(contract, room), status, servers, essential: false }));
}

/** In use and shared, which the page rules out; with each documented server state and with two servers. */
export function sharedAttachedSetups(contract: Contract, room: Room): readonly Setup[] {
  const shared = attachedSetups(contract, room).map((setup) => ({ ...setup, multiattach: true }));
  const more = severalServers(contract, room).map((setup) => ({ ...setup, multiattach: true }));
  const large = shared.slice(0, 1).map((setup) => ({ ...setup, size: sizesOf(room).large }));
  const extra = [...shared.slice(1), ...large, ...more];
  return [...shared.slice(0, 1), ...extra.map((setup) => ({ ...setup, essential: false }))];
}

/**
 * In use, unshared, with a server in a state that the page does not list; single servers first, then together with a
 * good one.
 */
export function badServerSetups(contract: Contract, room: Room): readonly Setup[] {
  const status = attachedStatus(contract);
  if (status === null) return [];
  const good = serverStatuses(contract);
  const plain = { ...plainSetup(contract, room), status };
  const telling = tellingServerStatuses.filter((word) => !good.includes(word));
  const spelled = good.map((word) => word.toLowerCase()).filter((word) => !good.includes(word));
  const others = [...spelled, ...otherServerStatuses.filter((word) => !good.includes(word))];
  const first = good[0];
  const mixed =
    first === undefined
      ? []
      : telling.flatMap((bad) => [
          [first, bad],
          [bad, first],
          [first, first, bad],
        ]);
  const extra = { ...plain, essential: false };
  // one of each kind first: a telling word, a spelling, a word that begins like a good one, an unlikely one, and one
  // together with a good server
  const early = [
    ...spelled.slice(0, 1),
    ...others.filter((word) => isNear(word, good)).slice(0, 1),
    ...others.slice(-1),
  ];
  const late = others.filter((word) => !early.includes(word));
  return [
    ...telling.map((server) => ({ ...extra, servers: [server], oneOf: 'a bad server' })),
    ...early.map((server) => ({ ...extra, servers: [server] })),
    ...mixed.map((servers) => ({ ...extra, servers })),
    ...telling.slice(0, 1).map((server) => ({ ...extra, size: sizesOf(room).large, servers: [server] })),
    ...late.map((server) => ({ ...extra, servers: [server] })),
  ];
}

/** Whether a word begins like one of the good ones: a comparison of less than two letters is unlikely. */
const isNear = (word: string, good: readonly string[]): boolean =>
  good.some((one) => word !== one && word.slice(0, 2) === one.slice(0, 2));

/** A volume in a state that the page does not name. The first has to be had, the others are extra. */
export function otherStatusSetups(contract: Contract, room: Room): readonly Setup[] {
  const documented = volumeStatuses(contract);
  const plain = plainSetup(contract, room);
  return otherVolumeStatuses
    .filter((status) => !documented.includes(status))
    .map((status, at) => ({ ...plain, status, essential: at === 0 }));
}

/** The same set-up, with the one part repaired that a state clause rules out. */
export function repaired(setup: Setup, clause: string, contract: Contract): Setup {
  const good = serverStatuses(contract);
  if (clause === 'state.in-use-shared') return { ...setup, multiattach: false };
  if (clause === 'state.server-status') {
    const server = good[0];
    return {
      ...setup,
      servers: setup.servers.map((one) => (good.includes(one) || server === undefined ? one : server)),
    };
  }
  return { ...setup, status: freeStatus(contract), servers: [] };
}
