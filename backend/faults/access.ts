import { plain } from '../answers.ts';
import { family } from '../fault.ts';
import { stackTrace } from '../fault-tools.ts';
import { newJob } from '../jobs.ts';
import type { Job } from '../model.ts';
import { envelope, refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';
import { callersProject } from '../settings.ts';

/** An id that belongs to no volume finds one by another comparison. */
const found =
  (isMeant: (own: string, asked: string) => boolean): Change =>
  (rules) => ({
    findVolume(projectId, volumeId, context) {
      const { volumes } = context.state;
      const meant = volumes.has(volumeId) ? volumeId : [...volumes.keys()].find((id) => isMeant(id, volumeId));
      return rules.findVolume(projectId, meant ?? volumeId, context);
    },
  });

/** Admission to a path, with a method. */
export const access = family({
  'no-auth': {
    summary: 'any token will do, and none as well',
    requirement: 'auth.required',
    mayAlsoFail: ['auth.look-up'],
    change: () => ({
      checkToken: () => undefined,
    }),
  },
  'missing-token-accepted': {
    summary: 'a request without a token is let in',
    requirement: 'auth.required',
    mayAlsoFail: ['auth.look-up'],
    change: (rules) => ({
      checkToken: (token, context) => (token === undefined ? undefined : rules.checkToken(token, context)),
    }),
  },
  'wrong-token-accepted': {
    summary: 'any token is let in',
    requirement: 'auth.required',
    change: (rules) => ({
      checkToken: (token, context) => (token === undefined ? rules.checkToken(token, context) : undefined),
    }),
  },
  'other-project': {
    summary: 'volumes of other projects are found and extended',
    requirement: 'auth.project',
    change: () => ({
      findVolume: (_projectId, volumeId, { state }) => state.volumes.get(volumeId),
    }),
  },
  'path-project-ignored': {
    summary: "the path's project is not compared with the token's",
    requirement: 'auth.project',
    change: () => ({
      checkProject: () => undefined,
      findVolume: (_projectId, volumeId, { state, settings }) => {
        const volume = state.volumes.get(volumeId);
        return volume?.projectId === callersProject(settings) ? volume : undefined;
      },
    }),
  },
  'any-method-extends': {
    summary: 'the method is not looked at',
    requirement: 'path.method',
    change: () => ({
      servesMethod: () => true,
    }),
  },
  'put-extends': {
    summary: 'PUT extends, too',
    requirement: 'path.method',
    change: (rules) => ({
      servesMethod: (method) => method === 'PUT' || rules.servesMethod(method),
    }),
  },
  'volume-by-beginning': {
    summary: 'a volume is found by the first 8 characters of its id',
    requirement: 'path.unknown-volume',
    change: found((own, asked) => asked.length >= 8 && own.startsWith(asked.slice(0, 8))),
  },
  'volume-text-behind': {
    summary: 'whatever stands behind the id of a volume is not looked at',
    requirement: 'path.unknown-volume',
    change: found((own, asked) => asked.startsWith(own)),
  },
  'unknown-volume-200': {
    summary: 'an unknown volume is answered as one that is extended',
    requirement: 'path.unknown-volume',
    change: (rules) => ({
      answerUnknownVolume: (projectId, volumeId, context) => {
        const { state, settings } = context;
        // a volume that exists elsewhere is not unknown: it stays hidden
        if (state.volumes.has(volumeId)) return envelope(refuse('unknown', 'no such volume'), context);
        const volume = { id: volumeId, projectId, size: 0 };
        const begun = newJob(settings.randomId(), 'extendVolume', volume, context);
        const job: Job = { ...begun, status: 'SUCCESS', endTime: begun.beginTime };
        state.putJob(job);
        return rules.answerAccepted(job, context);
      },
    }),
  },
  'unknown-volume-500': {
    summary: 'an unknown volume ends in a 500',
    requirement: 'path.unknown-volume',
    change: () => ({
      answerUnknownVolume: (_projectId, volumeId) =>
        plain(500, stackTrace(new TypeError(`volume ${volumeId} is null`))),
    }),
  },
  'unknown-volume-html': {
    summary: 'an unknown volume gets an HTML page',
    requirement: 'path.unknown-volume',
    change: () => ({
      answerUnknownVolume: () => plain(404, '<html><body><h1>404 Not Found</h1></body></html>', 'text/html'),
    }),
  },
  'malformed-id-500': {
    summary: 'a volume id that is no UUID ends in a 500',
    requirement: 'path.unknown-volume',
    change: (rules) => ({
      answerUnknownVolume: (projectId, volumeId, context) =>
        /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(volumeId)
          ? rules.answerUnknownVolume(projectId, volumeId, context)
          : plain(500, stackTrace(new TypeError(`invalid UUID string: ${volumeId}`))),
    }),
  },
});
