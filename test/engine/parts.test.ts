import { describe, expect, test } from 'vitest';
import type { ActiveCheck } from '../../engine/check.ts';
import { type Abilities, planRun } from '../../engine/plan.ts';
import { seedOf } from '../../engine/seed.ts';
import { sideBySide } from '../../engine/side-by-side.ts';
import { extendVolume } from '../../suites/extend-volume/operation.ts';
import { checks, registry } from '../../suites/extend-volume/registry.ts';
import { contract } from '../suites/committed.ts';
import { requirement, requirementIds } from '../suites/register.ts';

const able: Abilities = { seesVolumes: true, seesJobs: true, hasToken: true, fullRoom: true };
const ids = (list: readonly { requirement: string }[]) => list.map((check) => check.requirement);

describe('the plan of a run', () => {
  test('is every check, where all can be seen', () => {
    const plan = planRun(extendVolume, contract, able);
    expect([...ids(plan.active), ...ids(plan.passive)].sort()).toEqual([...requirementIds].sort());
    expect([plan.outside.size, plan.hopeless.size, plan.selected.size]).toEqual([0, 0, requirementIds.length]);
  });

  test('of one check has the plain extension beside it, and of a passive check those it depends on', () => {
    expect(ids(planRun(extendVolume, contract, able, { only: ['size.maximum'] }).active)).toEqual([
      'operation.route',
      'size.maximum',
    ]);
    const { active, passive, selected } = planRun(extendVolume, contract, able, { only: ['response.job-id'] });
    expect(ids(passive)).toEqual(['response.job-id']);
    expect(ids(active)).toEqual(
      [...registry['response.job-id'].dependsOn].sort((one, other) => place(one) - place(other)),
    );
    expect([...selected]).toEqual(['response.job-id']);
  });

  test('has what the target cannot do as hopeless, and what the contract does not state as outside', () => {
    const hopeless = (abilities: Partial<Abilities>) => [
      ...planRun(extendVolume, contract, { ...able, ...abilities }).hopeless.keys(),
    ];
    expect(hopeless({ seesJobs: false })).toEqual(needing(({ observe }) => observe === 'job'));
    expect(hopeless({ fullRoom: false })).toEqual(needing(({ fullRoom }) => fullRoom === true));
    expect(hopeless({ seesVolumes: false })).toEqual(needing(({ observe }) => observe !== undefined));
    const outside = (given: typeof contract, abilities = able) => [
      ...planRun(extendVolume, given, abilities).outside.keys(),
    ];
    expect(outside(contract, { ...able, hasToken: false })).toEqual(needing(({ token }) => token === true));
    expect(outside({ ...contract, normalise: [] })).toEqual(requirementIds.filter((id) => id.startsWith('decimal.')));
  });
});

/** The checks that declare such a need. */
const needing = (is: (needs: NonNullable<ActiveCheck['needs']>) => boolean) =>
  ids(checks.filter(({ needs = {} }) => is(needs))).filter((id) => requirementIds.some((one) => one === id));

test('a check of jobs, of credentials or of the maximum itself declares that it needs them', () => {
  const about = (word: string) => requirementIds.filter((id) => requirement(id).statement.includes(word));
  const group = (name: string) => requirementIds.filter((id) => id.startsWith(`${name}.`));
  expect(needing(({ observe }) => observe === 'job')).toEqual(expect.arrayContaining(group('job')));
  expect(needing(({ token }) => token === true)).toEqual(expect.arrayContaining(group('auth')));
  expect(needing(({ fullRoom }) => fullRoom === true)).toEqual(about('{maximum}'));
});

const place = (id: string): number => ids(checks).indexOf(id);

describe('side by side', () => {
  test('at most so many run at once, in order, and all of them', async () => {
    let running = 0;
    let most = 0;
    const begun: number[] = [];
    await sideBySide([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      begun.push(item);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 8 - item));
      running -= 1;
    });
    expect([most, running, begun]).toEqual([3, 0, [1, 2, 3, 4, 5, 6, 7]]);
    await sideBySide([], 8, () => Promise.reject(new TypeError('nothing to do')));
    await expect(sideBySide([1, 2], 0, async (item) => void begun.push(item))).resolves.toBeUndefined();
    expect(begun.slice(-2)).toEqual([1, 2]);
  });
});

test('every check has a seed of its own, the same whatever else runs', () => {
  const seeds = requirementIds.map((id) => seedOf(7, id));
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seeds).toEqual(requirementIds.map((id) => seedOf(7, id)));
  expect(seeds).not.toEqual(requirementIds.map((id) => seedOf(8, id)));
  for (const seed of seeds) expect(seed).toBe(seed | 0);
});
