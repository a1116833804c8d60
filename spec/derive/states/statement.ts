import type { StateOwner } from './words.ts';

/** What has the state: a thing; the servers that a volume is attached to; or, by a pronoun or none, what was spoken of before. */
export type StateSubject = StateOwner | 'attached servers' | 'its servers' | 'it' | 'not named';

/** That an attribute of something is one of these words. */
export interface StateClause {
  readonly subject: StateSubject;
  /** As the page names it where it does, e.g. `replication_status`. */
  readonly attribute: string;
  readonly states: readonly string[];
}

/** In all of them, `deeds` are the sentence's words for what is done, to be compared with what the page's operation does. */
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

/** States that are named as free, or as bound by the rules below. */
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

/** What a sentence says of states, and nothing else. */
export type StateStatement = RequiredState | RequiredMultiattach | NamedStates | AnnouncedRules;
