import type { Phrase } from '../phrase.ts';
import { decimals } from './decimals.ts';
import { deprecatedNotice } from './deprecated-notice.ts';
import { deprecatedTitle } from './deprecated-title.ts';
import { effect } from './effect.ts';
import { enterpriseProject } from './enterprise-project.ts';
import { errorCode } from './error-code.ts';
import { errorCodes } from './error-codes.ts';
import { errorMessage } from './error-message.ts';
import { jobId } from './job-id.ts';
import { jobState } from './job-state.ts';
import { noBody } from './no-body.ts';
import { projectId } from './project-id.ts';
import { serverStatus } from './server-status.ts';
import { sizeGreater } from './size-greater.ts';
import { sizeRange } from './size-range.ts';
import { sizeUnit } from './size-unit.ts';
import { stateAvailable } from './state-available.ts';
import { stateInUse } from './state-in-use.ts';
import { unshared } from './unshared.ts';
import { volumeId } from './volume-id.ts';

/** The phrase book: every way of saying something that a page is read by. One file and one line an entry. */
export const PHRASES = [
  decimals,
  deprecatedNotice,
  deprecatedTitle,
  effect,
  enterpriseProject,
  errorCode,
  errorCodes,
  errorMessage,
  jobId,
  jobState,
  noBody,
  projectId,
  serverStatus,
  sizeGreater,
  sizeRange,
  sizeUnit,
  stateAvailable,
  stateInUse,
  unshared,
  volumeId,
] as const satisfies readonly Phrase[];
