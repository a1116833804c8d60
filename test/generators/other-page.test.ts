import { expect, test } from 'vitest';
import { sizePlaceholder, withoutAction } from '../../generators/bodies.ts';
import { casesOf, casesTogether, EmptyCases } from '../../generators/cases.ts';
import { openOracle } from '../../generators/oracle.ts';
import { roomOf } from '../../generators/room.ts';
import { satisfy } from '../../generators/satisfy.ts';
import * as setups from '../../generators/setups.ts';
import { violate } from '../../generators/violate.ts';
import { derive } from '../../spec/derive/derive.ts';
import { extensionOf } from '../../spec/extension.ts';
import { bounds, serverStatuses } from '../../spec/parts.ts';
import { fill } from '../../spec/statement.ts';
import { edit, english } from '../spec/derive/page-texts.ts';
import { requirements } from '../suites/register.ts';
import { cinder, smaller } from './pages.ts';
import { documented, worldOf } from './worlds.ts';

test('a page with another maximum and fewer server states moves bounds, sets and cases with no line of code', () => {
  expect(bounds(smaller)).toEqual({ maximum: 1000 });
  expect(serverStatuses(smaller)).toEqual(['ACTIVE', 'PAUSED', 'SUSPENDED']);
  const world = worldOf(smaller);
  expect(world.room).toEqual({ smallest: 10, maximum: 1000, ceiling: 999, full: true });
  const sent = (first: ReturnType<typeof violate>['first']) => first.map((recipe) => world.caseOf(recipe).body);
  expect(sent(satisfy(smaller, world.room).first)).toContain('{"os-extend":{"new_size":999}}');
  expect(sent(violate(smaller, 'size.over-maximum', world.room).first)[0]).toBe('{"os-extend":{"new_size":1001}}');
  expect(sent(violate(smaller, 'size.maximum', world.room).first)[0]).toBe('{"os-extend":{"new_size":1000}}');
});

test('every statement speaks of the page that was read', () => {
  const texts = (contract: typeof smaller) =>
    Object.values(requirements)
      .map((one) => fill(one.statement, contract))
      .join('\n');
  expect(texts(documented)).toMatch(/32768/);
  expect(texts(smaller)).not.toMatch(/3276[789]|SHUTOFF/);
  expect(texts(smaller)).toMatch(/1000/);
});

test.each([
  [undefined, { smallest: 10, maximum: 32768, ceiling: 32767, full: true }],
  [32768, { smallest: 10, maximum: 32768, ceiling: 32767, full: true }],
  [32767, { smallest: 10, maximum: 32768, ceiling: 32767, full: false }],
  [500, { smallest: 10, maximum: 32768, ceiling: 500, full: false }],
  [99999, { smallest: 10, maximum: 32768, ceiling: 32767, full: true }],
])('a target that declares %s GB has the room %o', (maxGb, room) => {
  expect(roomOf(documented, 10, maxGb)).toEqual(room);
});

test('where page and target name no largest size, twenty times the smallest has to do', () => {
  expect(roomOf(cinder, 10, undefined)).toEqual({ smallest: 10, maximum: null, ceiling: 200, full: false });
});

test('a part without elements is an error: such a check could not fail', () => {
  const [setup] = satisfy(documented, worldOf(documented).room).first.map((recipe) => recipe.setup);
  expect(() => casesOf({ setups: setup ? [setup] : [], bodies: [], sizes: [] })).toThrow(EmptyCases);
});

test('several lists together begin with the first of each', () => {
  const { room } = worldOf(documented);
  const lists = ['body.os-extend-body', 'body.os-extend'].map((clause) => violate(documented, clause, room));
  const together = casesTogether(lists);
  expect(together.first.slice(0, 2)).toEqual(lists.map((list) => list.first[0]));
  expect(together.first).toHaveLength(lists.reduce((sum, list) => sum + list.first.length, 0));
});

test.each(['extend', 'volume', 'data'])(
  'a page that calls its action "%s" is not mistaken for one without it',
  (action) => {
    for (const body of withoutAction({ ...extensionOf(documented), action }))
      expect(Object.keys(JSON.parse(body.replace(sizePlaceholder, '20')))).not.toContain(action);
  },
);

const { room } = worldOf(documented);

test('a state that the page no longer allows becomes one to be refused', () => {
  expect(setups.attachedSetups(smaller, room).map(({ servers }) => servers[0])).not.toContain('SHUTOFF');
  expect(setups.badServerSetups(smaller, room).map(({ servers }) => servers)).toContainEqual(['SHUTOFF']);
});

test('a page without states of use or servers has no set-ups of that kind', () => {
  expect(setups.attachedSetups(cinder, room)).toEqual([]);
  expect(setups.severalServers(cinder, room)).toEqual([]);
  expect(setups.sharedAttachedSetups(cinder, room)).toEqual([]);
  expect(setups.badServerSetups(cinder, room)).toEqual([]);
});

test('a page without decimals or a maximum: a decimal is of the wrong type, any larger integer is right', () => {
  const oracle = openOracle(cinder);
  const path = { project_id: 'p', volume_id: 'v' };
  const volume = { size: 100, status: 'available', multiattach: false };
  const strict = (size: string) => oracle({ path, volume, servers: [], body: `{"os-extend":{"new_size":${size}}}` });
  expect(strict('200')).toEqual({ kind: 'accept', size: 200 });
  expect(strict('200.0')).toEqual({ kind: 'accept', size: 200 });
  expect(strict('9000000')).toEqual({ kind: 'accept', size: 9_000_000 });
  expect(strict('200.5')).toMatchObject({ kind: expect.not.stringMatching('accept') });
});

test.each([
  [65_534, true],
  [65_535, false],
])('16 bits wrap where the page allows %s GB: %s', (maximum, wraps) => {
  const page = derive({ name: 'page.md', text: edit(english, /32768/g, String(maximum)) }).contract;
  const { first } = violate(page, 'size.over-maximum', worldOf(page).room);
  expect(first.some(({ size }) => size.wrap === 16)).toBe(wraps);
  expect(first.some(({ size }) => size.wrap === 31)).toBe(true);
});

test.each([
  [
    '`ACTIVE` or `PAUSED`',
    [
      ['ACTIVE', 'PAUSED'],
      ['PAUSED', 'ACTIVE'],
    ],
  ],
  ['`ACTIVE`', []],
])('of the server states %s several are %o', (states, several) => {
  const text = edit(english, '`ACTIVE`, `PAUSED`, `SUSPENDED` or `SHUTOFF`', states);
  const page = derive({ name: 'page.md', text }).contract;
  expect(setups.severalServers(page, room).map(({ servers }) => servers)).toEqual(several);
});
