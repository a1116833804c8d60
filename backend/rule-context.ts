import type { ErrorName, Refusal } from './refusal.ts';
import type { BackendSettings } from './settings.ts';
import type { BackendState } from './state.ts';

/** The context that every rule gets. */
export interface RuleContext {
  readonly state: BackendState;
  readonly settings: BackendSettings;
  /** The dialect's names for a refusal. */
  readonly errorName: (refusal: Refusal) => ErrorName;
}
