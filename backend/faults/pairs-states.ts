import {
  type Condition,
  exponent,
  fraction,
  grown,
  inside,
  inUse,
  large,
  next,
  onServer,
  onServers,
  shared,
} from '../conditions.ts';
import { family } from '../fault.ts';
import { onlyWhen } from '../only-when.ts';
import { refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';
import { states } from './states.ts';

const taken: Change = () => ({ checkState: () => undefined });
const refusing: Change = () => ({ checkState: () => refuse('status', 'the volume cannot be extended now') });

/** The body is indented like a page's example. */
const indented: Condition = ({ text }) => /\n\s/.test(text);

/** States that are judged wrongly only in further circumstances. */
export const statePairs = family({
  'paused-refused-second': {
    summary: 'PAUSED is no good server state once the volume has grown',
    requirement: 'state.in-use',
    change: onlyWhen([onServer('PAUSED'), grown(1)], refusing),
  },
  'two-servers-refused-large': {
    summary: 'a large volume with two servers is refused',
    requirement: 'state.in-use',
    change: onlyWhen([onServers, large, inside], refusing),
  },
  'shared-refused-third': {
    summary: 'a shared volume that was extended twice is refused',
    requirement: 'state.available-shared',
    change: onlyWhen([shared, grown(2)], refusing),
  },
  'shared-in-use-accepted-fraction': {
    summary: 'multiattach is not looked at where the size has a fraction',
    requirement: 'state.in-use-shared',
    change: onlyWhen([inUse, shared, fraction], states['in-use-shared-accepted'].change),
  },
  'shared-in-use-accepted-exponent': {
    summary: 'multiattach is not looked at where the size is in exponent form',
    requirement: 'state.in-use-shared',
    change: onlyWhen([inUse, shared, exponent], states['in-use-shared-accepted'].change),
  },
  'shared-in-use-accepted-large': {
    summary: 'multiattach is not looked at on a large volume',
    requirement: 'state.in-use-shared',
    change: onlyWhen([inUse, shared, large], states['in-use-shared-accepted'].change),
  },
  'shared-in-use-accepted-large-fraction': {
    summary: 'multiattach is not looked at on a large volume where the size has a fraction',
    requirement: 'state.in-use-shared',
    change: onlyWhen([inUse, shared, large, fraction], states['in-use-shared-accepted'].change),
  },
  'server-unchecked-exponent': {
    summary: 'the status of the attached servers is not looked at where the size is in exponent form',
    requirement: 'state.server-status',
    change: onlyWhen([exponent], states['server-unchecked'].change),
  },
  'server-any-fraction': {
    summary: 'one server in a good state is enough where the size has a fraction',
    requirement: 'state.server-status',
    change: onlyWhen([onServers, fraction], states['server-any'].change),
  },
  'server-unchecked-indented': {
    summary: 'the status of the attached servers is not looked at where the body is indented',
    requirement: 'state.server-status',
    change: onlyWhen([indented], states['server-unchecked'].change),
  },
  'server-unchecked-next': {
    summary: 'the status of the attached servers is not looked at where the volume grows by one GB',
    requirement: 'state.server-status',
    change: onlyWhen([inUse, next], states['server-unchecked'].change),
  },
  'state-error-accepted-fraction': {
    summary: 'a volume in the state error is accepted where the size has a fraction',
    requirement: 'state.other',
    change: onlyWhen([({ volume }) => volume.status === 'error', fraction], taken),
  },
});
