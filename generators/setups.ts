import type { Contract } from '../spec/contract.ts';
import { attachedStatus, findClause, freeStatus, serverStatuses, volumeStatuses } from '../spec/read.ts';
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
  const middle = Math.max(room.smallest, Math.min(room.smallest * 4, Math.floor(room.ceiling / 4)));
  const large = Math.max(room.smallest, Math.floor(room.ceiling / 2));
  const attached = attachedSetups(contract, room).map((setup) => ({ ...setup, essential: false }));
  const shared = findClause(contract, 'state.in-use-shared') ? [{ ...extra, multiattach: true }] : [];
  return [
    plain,
    { ...extra, grown: 1 },
    ...attached.slice(0, 1),
    ...shared,
    { ...extra, grown: 2 },
    { ...extra, size: large },
    ...attached.slice(1, 2),
    { ...extra, size: middle },
    ...attached.slice(2),
    ...attached.slice(0, 1).map((setup) => ({ ...setup, grown: 1 })),
  ];
}

/** In use, unshared, with one server: one set-up for each documented state. */
export function attachedSetups(contract: Contract, room: Room): readonly Setup[] {
  const status = attachedStatus(contract);
  if (status === null) return [];
  return serverStatuses(contract).map((server) => ({ ...plainSetup(contract, room), status, servers: [server] }));
}

/** In use with several servers, each in a documented state: few vendors can set that up. */
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
  return [...shared.slice(0, 1), ...[...shared.slice(1), ...more].map((setup) => ({ ...setup, essential: false }))];
}

/** In use, unshared, with a server in a state that the page does not list; singles first, then beside a good server. */
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
  return [
    ...telling.map((server) => ({ ...plain, servers: [server] })),
    ...mixed.map((servers) => ({ ...plain, servers, essential: false })),
    ...others.map((server) => ({ ...plain, servers: [server], essential: false })),
  ];
}

/** A volume in a state that the page does not name. The first has to be had, the others are extra. */
export function otherStatusSetups(contract: Contract, room: Room): readonly Setup[] {
  const documented = volumeStatuses(contract);
  const plain = plainSetup(contract, room);
  return otherVolumeStatuses
    .filter((status) => !documented.includes(status))
    .map((status, at) => ({ ...plain, status, essential: at === 0 }));
}

/** The same set-up with the one thing repaired that a state clause rules out. */
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
