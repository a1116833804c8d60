import type { StateOwner } from './words.ts';

/**
 * The owner of a state: a thing; the servers of a volume; or, with or without a pronoun, the thing mentioned before.
 */
export type StateSubject = StateOwner | 'attached servers' | 'its servers' | 'it' | 'not named';

/** A clause: an attribute of something is one of these words. */
export interface StateClause {
  readonly subject: StateSubject;
  /** The attribute's name on the page, if it is named, e.g. `replication_status`. */
  readonly attribute: string;
  readonly states: readonly string[];
}

/**
 * A required state. In all kinds of statement, `deeds` are the sentence's words for its actions, to be compared with
 * the page's operation.
 */
export interface RequiredState {
  readonly kind: 'requires';
  readonly when: StateClause | null;
  readonly clause: StateClause;
  readonly forbidden: boolean;
  readonly deeds: readonly string[];
}

/** Whether the volume has to be one that several servers can share. */
export interface RequiredMultiattach {
  readonly kind: 'multiattach';
  readonly when: StateClause | null;
  readonly value: boolean;
  readonly deeds: readonly string[];
}

/** States in which the operation is allowed, or bound by the rules below. */
export interface NamedStates {
  readonly kind: 'names';
  readonly clause: StateClause;
  readonly rules: 'none' | 'listed';
  readonly deeds: readonly string[];
}

/** "The constraints on deleting a snapshot are as follows." */
interface AnnouncedRules {
  readonly kind: 'announces';
  readonly deeds: readonly string[];
}

/** A sentence's statement about states, if it is about nothing else. */
export type StateStatement = RequiredState | RequiredMultiattach | NamedStates | AnnouncedRules;
