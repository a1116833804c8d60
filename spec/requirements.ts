import type { Contract } from './contract.ts';
import { deleteVolume, deleteVolumeUntested } from './requirements/delete-volume.ts';
import { extendVolume, extendVolumeUntested } from './requirements/extend-volume.ts';
import type { Level, Requirement, Untested } from './requirements/requirement.ts';

export type { Level, Requirement, Untested };

/** The ids as a type: a typo in one does not compile. */
export type RequirementId = keyof typeof extendVolume | keyof typeof deleteVolume;

/** The requirements of one operation, in the order of the report. */
export interface Register {
  readonly requirements: { readonly [Id in RequirementId]?: Requirement };
  readonly untested: Readonly<Record<string, Untested>>;
}

/** The registers by the operations' ids. */
export const registers = {
  'extend-volume': { requirements: extendVolume, untested: extendVolumeUntested },
  'delete-volume': { requirements: deleteVolume, untested: deleteVolumeUntested },
} as const satisfies Record<string, Register>;

/** The requirements of one operation alone. */
export type RequirementIdOf<Id extends keyof typeof registers> = keyof (typeof registers)[Id]['requirements'];

/** The ids of a register, in the order of the report. */
export function idsIn<R extends Register>({ requirements }: R): readonly (RequirementId & keyof R['requirements'])[] {
  return Object.keys(requirements) as (RequirementId & keyof R['requirements'])[];
}

/**
 * The requirement of a register with this id. Throws if there is none, which is a fault of ours: ids come from the
 * register's own checks.
 */
export function requirementIn({ requirements }: Register, id: RequirementId): Requirement {
  const found = requirements[id];
  if (found === undefined) throw new TypeError(`there is no requirement ${id} in this register`);
  return found;
}

/** The statements that no check certifies: those that the contract's page makes, and those that it leaves to others. */
export function untestedIn(
  { untested: all }: Register,
  { facts }: Pick<Contract, 'facts'>,
): readonly (readonly [string, Untested])[] {
  const stated = new Set(facts.map(({ id }) => id));
  return Object.entries(all).filter(([, one]) => one.facts.length === 0 || one.facts.some((id) => stated.has(id)));
}

/** Every id of every operation. */
export const requirementIds: readonly RequirementId[] = [...new Set(Object.values(registers).flatMap(idsIn))];

/** The part of an id before the dot. */
export const groupOf = (id: string): string => id.split('.')[0] ?? id;

/** The ids of a group, such as `size`, of every operation; none if there is no such group. */
export const idsOfGroup = (group: string): readonly RequirementId[] =>
  requirementIds.filter((id) => groupOf(id) === group);

/** Whether all ids of an id's group were asked for: then nobody has named this one by itself. */
export const isOfWholeGroup = (id: string, asked: readonly string[]): boolean =>
  idsOfGroup(groupOf(id)).every((one) => asked.includes(one));

/** The statements that no check certifies, of any operation. */
export const untested: Readonly<Record<string, Untested>> = Object.assign(
  {},
  ...Object.values(registers).map((one: Register) => one.untested),
);
