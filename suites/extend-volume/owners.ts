import { looksAdded } from '../../engine/judge/expect.ts';
import type { BrokenRequirements, Step } from '../../engine/step.ts';
import { type AskedRequest, type Case, placeholder, type Recipe } from '../../generators/case.ts';
import type { Room } from '../../generators/room.ts';
import { plainSize } from '../../generators/satisfy.ts';
import type { RequirementId } from '../../spec/requirements.ts';

/**
 * The requirements by which a valid request has to be accepted: of the spelling of its size, of the volume's state, and
 * of the size. If it is refused, the rows of all of them tell which one is broken.
 */
export function ownersOf({ setup, size, body }: AskedRequest, room: Room): BrokenRequirements {
  return [
    ...byBody(body?.replaceAll(placeholder, '0')),
    ...bySpelling(size),
    // the page may leave open whether the end belongs to the range: no state has to answer for it
    ...(isAtMaximum(size) ? (['size.maximum'] as const) : []),
    ...byState(setup),
    ...bySize({ setup, size }, room),
    'operation.route',
  ];
}

/** The same, if only the case is known, and the size as it was sent. */
export function ownersOfCase({ body, servers, volume }: Case, size: string): readonly RequirementId[] {
  const [optional] = byBody(body);
  if (optional !== undefined) return [optional];
  if (!/^\d+$/.test(size)) return ['decimal.spelling', 'decimal.accepted', 'decimal.upper-bound'];
  if (servers.length > 0) return ['state.in-use'];
  return volume.multiattach ? ['state.available-shared'] : ['size.greater', 'size.maximum', 'operation.route'];
}

/**
 * The requirements that are broken if a valid extension ends at another size: it leaves another one, adds up, or grows
 * another volume.
 */
export function missingBy(step?: Step): BrokenRequirements {
  const size = ['effect.size', 'effect.absolute', 'effect.one-volume'] as const;
  if (step !== undefined && looksAdded(step)) return ['effect.absolute', 'effect.size', 'effect.one-volume'];
  return step?.asked?.includes('.') === true ? ['decimal.truncated', ...size] : size;
}

/** The requirement that a valid request would belong to if it did not only prepare a case. */
export function preparedFor({ case: { servers, volume } }: Step): RequirementId {
  if (servers.length > 0) return 'state.in-use';
  return volume.multiattach ? 'state.available-shared' : 'size.greater';
}

/** Of the sizes that are measured from the maximum, only the maximum itself can be valid. */
const isAtMaximum = ({ base }: Recipe['size']): boolean => base === 'maximum';

/** A valid body has the action, besides optional members. */
function byBody(text = ''): readonly RequirementId[] {
  const members = text === '' ? [] : Object.keys(JSON.parse(text) as object);
  return members.length > 1 ? ['body.optional'] : [];
}

function bySpelling(size: Recipe['size']): readonly RequirementId[] {
  if (size.form !== 'plain') return ['decimal.spelling'];
  if (size.tail === '') return [];
  return [isAtMaximum(size) ? 'decimal.upper-bound' : 'decimal.accepted'];
}

function byState({ servers, multiattach }: Recipe['setup']): readonly RequirementId[] {
  if (servers.length > 0) return ['state.in-use'];
  return multiattach ? ['state.available-shared'] : [];
}

function bySize({ setup, size }: Pick<Recipe, 'setup' | 'size'>, room: Room): readonly RequirementId[] {
  if (isAtMaximum(size)) return [];
  const { base, plus } = plainSize(room.smallest, room);
  const plain = size.base === base && size.plus === plus && size.wrap === 0;
  return plain && setup.grown === 0 && setup.size === room.smallest ? [] : ['size.greater'];
}
