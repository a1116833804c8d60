import type { ErrorName, Refusal } from './refusal.ts';
import type { BackendSettings } from './settings.ts';
import type { BackendState } from './state.ts';

/** What every rule may look at. */
export interface RuleContext {
  readonly state: BackendState;
  readonly settings: BackendSettings;
  /** How the dialect names a refusal. */
  readonly errorName: (refusal: Refusal) => ErrorName;
}
