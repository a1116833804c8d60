import { envelope, refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';

/** Access to volumes. */
export const access: Pick<
  Rules,
  | 'servesMethod'
  | 'answerMethod'
  | 'tokenOf'
  | 'checkToken'
  | 'checkProject'
  | 'answerDenied'
  | 'denyLookUp'
  | 'findVolume'
  | 'answerUnknownVolume'
> = {
  servesMethod: (method) => method === 'POST',

  answerMethod: (allowed, _method, context) =>
    envelope(refuse('method', `use ${allowed}`), context, { allow: allowed }),

  tokenOf: (token) => token,

  checkToken: (token, { settings }) => {
    if (Object.keys(settings.tokens).length === 0) return undefined;
    if (token === undefined) return refuse('token', 'the request carries no X-Auth-Token');
    return Object.hasOwn(settings.tokens, token) ? undefined : refuse('token', 'the token is not known');
  },

  checkProject: (token, projectId, { settings }) => {
    if (token === undefined || !Object.hasOwn(settings.tokens, token)) return undefined;
    if (settings.tokens[token] === projectId) return undefined;
    return refuse('project', `the token is not one of project ${projectId}`);
  },

  answerDenied: envelope,

  denyLookUp: (denial) => denial,

  findVolume: (projectId, volumeId, { state }) => {
    const volume = state.volumes.get(volumeId);
    // found in its own project alone: others must not learn that the volume exists
    return volume?.projectId === projectId ? volume : undefined;
  },

  answerUnknownVolume: (_projectId, volumeId, context) =>
    envelope(refuse('unknown', `volume ${volumeId} could not be found`), context),
};
