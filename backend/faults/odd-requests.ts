import { json, plain } from '../answers.ts';
import { family } from '../fault.ts';
import { stackTrace } from '../fault-tools.ts';
import { envelope, refuse } from '../refusal.ts';

const crashed = (message: string) => plain(500, stackTrace(new TypeError(message)));

/** Requests that no page mentions: tokens in other places, other methods, look-ups that should be refused. */
export const oddRequests = family({
  'empty-token-accepted': {
    summary: 'a request with an empty token is let in',
    requirement: 'auth.required',
    change: (rules) => ({
      checkToken: (token, context) => (token === '' ? undefined : rules.checkToken(token, context)),
    }),
  },
  'token-in-query': {
    summary: 'the token is taken from the query, too',
    requirement: 'auth.required',
    change: () => ({
      tokenOf: (token, { target }) =>
        token ?? new URL(target, 'http://here').searchParams.get('x-auth-token') ?? undefined,
    }),
  },
  'token-in-other-header': {
    summary: 'the token is taken from X-Subject-Token, too',
    requirement: 'auth.required',
    change: () => ({ tokenOf: (token, { header }) => token ?? header('x-subject-token') }),
  },
  'denial-html': {
    summary: 'a request without a good token gets an HTML page',
    requirement: 'auth.envelope',
    change: (rules) => ({
      answerDenied: (denial, context) =>
        denial.refused === 'token'
          ? plain(401, '<html><body><h1>401 Unauthorized</h1></body></html>', 'text/html')
          : rules.answerDenied(denial, context),
    }),
  },
  'denial-empty': {
    summary: 'a request without a good token gets a 401 without a body',
    requirement: 'auth.envelope',
    change: (rules) => ({
      answerDenied: (denial, context) =>
        denial.refused === 'token' ? { ...plain(401, ''), headers: {} } : rules.answerDenied(denial, context),
    }),
  },
  'method-without-allow': {
    summary: 'another method gets a 405 without Allow',
    requirement: 'path.allow',
    change: () => ({
      answerMethod: (_allowed, _method, context) => envelope(refuse('method', 'not with this method'), context),
    }),
  },
  'allow-of-another': {
    summary: 'the header Allow names another method than the one of the operation',
    requirement: 'path.allow',
    change: (rules) => ({ answerMethod: (_, ...rest) => rules.answerMethod('GET, HEAD', ...rest) }),
  },
  'options-500': {
    summary: 'the method OPTIONS ends in a 500',
    requirement: 'path.allow',
    change: (rules) => ({
      answerMethod: (allowed, method, context) =>
        method === 'OPTIONS' ? crashed('no handler') : rules.answerMethod(allowed, method, context),
    }),
  },
  'trace-500': {
    summary: 'the method TRACE ends in a 500',
    requirement: 'path.allow',
    change: (rules) => ({
      answerMethod: (allowed, method, context) =>
        method === 'TRACE' ? crashed('no handler') : rules.answerMethod(allowed, method, context),
    }),
  },
  'get-500': {
    summary: 'the method GET on the path of the action ends in a 500',
    requirement: 'path.allow',
    change: (rules) => ({
      answerMethod: (allowed, method, context) =>
        method === 'GET' ? crashed('no body to read') : rules.answerMethod(allowed, method, context),
    }),
  },
  'volume-shown-to-all': {
    summary: 'a volume is shown to requests without a good token',
    requirement: 'auth.look-up',
    change: () => ({
      denyLookUp: (denial, what) => (what === 'volume' && denial?.refused === 'token' ? undefined : denial),
    }),
  },
  'job-shown-to-all': {
    summary: 'a job is shown to requests without a good token',
    requirement: 'auth.look-up',
    change: () => ({
      denyLookUp: (denial, what) => (what === 'job' && denial?.refused === 'token' ? undefined : denial),
    }),
  },
  'unknown-job-500': {
    summary: 'the look-up of an unknown job ends in a 500',
    requirement: 'job.unknown',
    change: () => ({ answerUnknownJob: () => crashed('job is null') }),
  },
  'unknown-job-200': {
    summary: 'the look-up of an unknown job is answered as if it had ended well',
    requirement: 'job.unknown',
    change: () => ({ answerUnknownJob: () => json(200, { status: 'SUCCESS', entities: {} }) }),
  },
});

/** Such requests about deletions. */
export const oddDeletions = family(
  {
    'delete-by-options': {
      summary: 'the method OPTIONS deletes, too',
      requirement: 'path.method',
      change: (rules) => ({ deletesOn: (method) => method === 'OPTIONS' || rules.deletesOn(method) }),
    },
    'delete-by-trace': {
      summary: 'the method TRACE deletes, too',
      requirement: 'path.method',
      change: (rules) => ({ deletesOn: (method) => method === 'TRACE' || rules.deletesOn(method) }),
    },
    'delete-method-without-allow': {
      summary: 'another method on the path of a volume gets a 405 without Allow',
      requirement: 'path.allow',
      change: (rules) => ({
        answerMethod: (allowed, method, context) => ({
          ...rules.answerMethod(allowed, method, context),
          ...(allowed.includes('DELETE') ? { headers: { 'content-type': 'application/json' } } : {}),
        }),
      }),
    },
  },
  'delete-volume',
);
