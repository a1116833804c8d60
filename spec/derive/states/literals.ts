import type { StateSubject } from './statement.ts';

/** The spelling of one state, without quotation marks. */
export const STATE_WORD = '[A-Za-z]+(?:[-_][A-Za-z]+)*';

/**
 * The evidence that a word is a state's name: any Latin word of a Chinese sentence is one; an English word can be plain
 * English.
 */
export type StateContext = 'sure' | 'in a state' | 'called a state' | 'bare';

const LOWER = /^[a-z]+(?:[-_][a-z]+)*$/;
const UPPER = /^[A-Z]+(?:_[A-Z]+)*$/;

/** States of this family of services, which are states even without the word "state" next to them. */
const KNOWN = new Set([
  ...['available', 'in-use', 'error', 'creating', 'deleting', 'attaching', 'detaching'],
  ...['uploading', 'downloading', 'retyping', 'extending', 'rollbacking', 'awaiting-transfer', 'backing-up'],
  ...['restoring-backup', 'error_deleting', 'error_extending', 'error_rollbacking', 'error_restoring'],
  ...['error_backing-up', 'error_managing'],
  ...['ACTIVE', 'BUILD', 'DELETED', 'ERROR', 'HARD_REBOOT', 'MIGRATING', 'PAUSED', 'REBOOT', 'REBUILD', 'RESCUE'],
  ...['RESIZE', 'REVERT_RESIZE', 'SHELVED', 'SHELVED_OFFLOADED', 'SHUTOFF', 'SOFT_DELETED', 'SUSPENDED', 'UNKNOWN'],
  ...['VERIFY_RESIZE'],
]);

/** States that are plain words as well. */
const CALLED = new Set([
  'active',
  'inactive',
  'copying',
  'restoring',
  'managing',
  'failovered',
  'reserved',
  'maintenance',
]);

/** Words that describe a state without being its name; those in -ed and -ing are recognised by their ends. */
const PLAIN = new Set([
  ...['a', 'an', 'any', 'all', 'as', 'in', 'no', 'not', 'of', 'on', 'off', 'same', 'other', 'following', 'one'],
  ...['neither', 'both', 'such', 'this', 'that', 'these', 'those', 'new', 'final', 'etc', 'certain', 'current'],
  ...['correct', 'valid', 'invalid', 'normal', 'abnormal', 'stable', 'unstable', 'healthy', 'usable', 'consistent'],
  ...['inconsistent', 'known', 'unknown', 'true', 'false', 'null', 'frozen', 'running', 'shut', 'online', 'offline'],
  ...['ready', 'idle', 'busy', 'complete', 'incomplete', 'intermediate', 'value', 'shutdown', 'power', 'standby'],
  ...[
    'read-only',
    'read-write',
    'non-shared',
    'in-service',
    'out-of-service',
    'up-to-date',
    'power-off',
    'powered-off',
  ],
]);

/** The states of a list, in the order of the text; undefined if one of them is no state's name. */
export function statesIn(list: string, subject: StateSubject, context: StateContext): readonly string[] | undefined {
  const shape = /servers?$/.test(subject) ? UPPER : LOWER;
  const states = list.match(new RegExp(STATE_WORD, 'g')) ?? [];
  // a backup that is available simply exists
  const alone = context !== 'bare' || /^(?:volume|snapshot|.*servers?|it|not named)$/.test(subject);
  const isName = (state: string): boolean =>
    shape.test(state) && ((alone && KNOWN.has(state)) || isNameIn(context, state));
  return states.length > 0 && states.every(isName) ? states : undefined;
}

function isNameIn(context: StateContext, state: string): boolean {
  if (context === 'bare') return false;
  if (context === 'sure') return !/^(?:true|false|null)$/.test(state);
  // "cannot be updated" is not about a state
  if (CALLED.has(state)) return true;
  return !PLAIN.has(state) && (/[A-Z_-]/.test(state) || (context === 'in a state' && !/ed$/.test(state)));
}
