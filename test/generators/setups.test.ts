import { expect, test } from 'vitest';
import type { Setup } from '../../generators/case.ts';
import * as setups from '../../generators/setups.ts';
import { tellingServerStatuses } from '../../generators/vocabulary.ts';
import { documented, worldOf } from './worlds.ts';

const { room } = worldOf(documented);
const essential = (list: readonly Setup[]) => list.filter((setup) => setup.essential).map(({ servers }) => servers);
const extra = (list: readonly Setup[]) => list.filter((setup) => !setup.essential).map(({ servers }) => servers);

test('one server in each documented state is essential, several servers are extra', () => {
  const one = setups.attachedSetups(documented, room);
  expect(essential(one)).toEqual([['ACTIVE'], ['PAUSED'], ['SUSPENDED'], ['SHUTOFF']]);
  expect(extra(one)).toEqual([]);
  const several = setups.severalServers(documented, room);
  expect(essential(several)).toEqual([]);
  expect(several.every(({ servers }) => servers.length === 2 && servers[0] !== servers[1])).toBe(true);
  expect(new Set(several.flatMap(({ servers }) => servers)).size).toBe(4);
});

test('of servers in ERROR and REBOOT one has to be had; other states, spellings and company are extra', () => {
  const bad = setups.badServerSetups(documented, room);
  expect(essential(bad)).toEqual([]);
  expect(bad.filter(({ oneOf }) => oneOf !== undefined).map(({ servers }) => servers)).toEqual([['ERROR'], ['REBOOT']]);
  const more = extra(bad);
  for (const servers of [['active'], ['BUILD'], ['SHELVED_OFFLOADED'], ['UNKNOWN'], ['ACTIVE', 'ERROR']]) {
    expect(more).toContainEqual(servers);
  }
  expect(bad.every(({ status, multiattach }) => status === 'in-use' && !multiattach)).toBe(true);
});

test('of shared volumes in use one set-up is essential', () => {
  const shared = setups.sharedAttachedSetups(documented, room);
  expect(essential(shared)).toEqual([['ACTIVE']]);
  expect(shared.every(({ status, multiattach }) => status === 'in-use' && multiattach)).toBe(true);
});

test('of the other volume states one is essential, and none is documented', () => {
  const others = setups.otherStatusSetups(documented, room);
  expect(others.filter((setup) => setup.essential).map(({ status }) => status)).toEqual(['error']);
  expect(others.map(({ status }) => status)).not.toContain('in-use');
});

test('of the accepting set-ups only the plain one is essential, and it comes first', () => {
  const accepting = setups.acceptingSetups(documented, room);
  expect(accepting.map((setup) => setup.essential)).toEqual([true, ...accepting.slice(1).map(() => false)]);
  expect(accepting[0]).toEqual({
    ...{ size: 10, status: 'available', multiattach: false },
    ...{ servers: [], grown: 0, exact: false, essential: true },
  });
  expect(new Set(accepting.map(({ size }) => size))).toEqual(new Set([10, 40, 16383, 32727]));
  expect(accepting.some(({ grown, status }) => grown && status === 'in-use')).toBe(true);
  expect(accepting.some(({ multiattach, status }) => multiattach && status === 'available')).toBe(true);
});

test.each(['state.in-use-shared', 'state.server-status', 'state.other'])(
  'what %s rules out is accepted once repaired, and differs in that one thing',
  (clause) => {
    const world = worldOf(documented);
    const makers = [setups.sharedAttachedSetups, setups.badServerSetups, setups.otherStatusSetups];
    const make = makers[['state.in-use-shared', 'state.server-status', 'state.other'].indexOf(clause)];
    for (const broken of make?.(documented, room) ?? []) {
      const setup = setups.repaired(broken, clause, documented);
      const asked = broken.size + 10;
      const body = `{"os-extend":{"new_size":${asked}}}`;
      const size = { base: 'zero', plus: 0, wrap: 0, tail: '', form: 'plain' } as const;
      expect(world.expect({ setup, body, size, variant: 0 })).toEqual({ kind: 'accept', size: asked });
      const changed = Object.entries(setup).filter(([key, value]) => broken[key as keyof Setup] !== value);
      const things = changed.map(([key]) => key).filter((key) => key !== 'servers' || broken.status === 'in-use');
      expect(things).toHaveLength(1);
    }
  },
);

test('no telling state is one that the documented page allows', () => {
  const good = setups.attachedSetups(documented, room).flatMap(({ servers }) => servers);
  expect(tellingServerStatuses.filter((status) => good.includes(status))).toEqual([]);
});
