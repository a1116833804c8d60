import { authEnvelope } from './auth-envelope.ts';
import { authLookUp } from './auth-look-up.ts';
import { authProject } from './auth-project.ts';
import { authRequired } from './auth-required.ts';
import { concurrencySideBySide } from './concurrency-side-by-side.ts';
import { effectOthers } from './effect-others.ts';
import { effectRefusal } from './effect-refusal.ts';
import type { Family } from './family.ts';
import { jobReachable } from './job-reachable.ts';
import { jobTruthful } from './job-truthful.ts';
import { jobUnknown } from './job-unknown.ts';
import { jobVocabulary } from './job-vocabulary.ts';
import { operationRoute } from './operation-route.ts';
import { pathAllow } from './path-allow.ts';
import { pathMethod } from './path-method.ts';
import { pathUnknown } from './path-unknown.ts';
import { responseBody } from './response-body.ts';
import { responseClientError } from './response-client-error.ts';
import { responseErrorEnvelope } from './response-error-envelope.ts';
import { responseErrorStatus } from './response-error-status.ts';
import { responseExclusive } from './response-exclusive.ts';
import { responseMediaType } from './response-media-type.ts';
import { responseSuccessStatus } from './response-success-status.ts';

/**
 * Makes the checks that belong to no single operation for one of them. The operation's registry chooses among them, and
 * gives their order in the report.
 */
export function commonChecks(of: Family) {
  return {
    operationRoute: operationRoute(of),
    responseSuccessStatus: responseSuccessStatus(of),
    responseErrorStatus: responseErrorStatus(of),
    responseClientError: responseClientError(of),
    responseErrorEnvelope: responseErrorEnvelope(of),
    responseExclusive: responseExclusive(of),
    responseMediaType: responseMediaType(of),
    responseBody: responseBody(of),
    jobReachable: jobReachable(of),
    jobVocabulary: jobVocabulary(of),
    jobTruthful: jobTruthful(of),
    jobUnknown: jobUnknown(of),
    pathUnknown: pathUnknown(of),
    pathMethod: pathMethod(of),
    pathAllow: pathAllow(of),
    authRequired: authRequired(of),
    authProject: authProject(of),
    authEnvelope: authEnvelope(of),
    authLookUp: authLookUp(of),
    concurrencySideBySide: concurrencySideBySide(of),
    effectRefusal: effectRefusal(of),
    effectOthers: effectOthers(of),
  };
}
