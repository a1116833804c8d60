import { type Handler, serveApart, serveSocket } from '../servers/apart.ts';
import type { ServedSubject, TrialSubject } from '../subject.ts';

const envelope = '{"error":{"message":"m","code":"c"}}';

const always =
  (status: number, body: string, type = 'application/json'): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

const asking =
  (status: number, retryAfter: string): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': retryAfter }).end(envelope);
  };

const detail = '{"volume":{"size":10,"status":"available","multiattach":false},"job_id":"7","status":"SUCCESS"}';

const handlers: Readonly<Record<string, readonly [string, () => Handler]>> = {
  'always-200': ['200 and {} to everything', () => always(200, '{}')],
  'always-200-empty': ['200 and nothing to everything', () => always(200, '')],
  'always-200-job': ['200 and one job id to everything', () => always(200, '{"job_id":"x"}')],
  'always-200-all': ['200, a job and one volume to everything', () => always(200, detail)],
  'always-200-html': ['200 and HTML to everything', () => always(200, '<h1>It works!</h1>', 'text/html')],
  'always-200-error': ['200 and an error in the envelope to everything', () => always(200, envelope)],
  'always-202': ['202 and nothing to everything', () => always(202, '')],
  'always-204': ['204 to everything', () => always(204, '')],
  'always-302': [
    'a redirect to everything',
    () => (_request, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
    },
  ],
  'always-304': ['304 to everything', () => always(304, '')],
  'always-400': ['400 in the perfect envelope to everything', () => always(400, envelope)],
  'always-401': ['401 to everything', () => always(401, envelope)],
  'always-404': ['404 in the perfect envelope to everything', () => always(404, envelope)],
  'always-404-html': ['404 and HTML to everything', () => always(404, '<h1>Not Found</h1>', 'text/html')],
  'always-429': ['429 to everything', () => always(429, envelope)],
  'always-500': ['500 in the perfect envelope to everything', () => always(500, envelope)],
  'always-503': ['503 to everything', () => always(503, '')],
  'always-503-later': ['503 and a second to wait to everything', () => asking(503, '1')],
  'always-503-next-year': ['503 and a year to wait to everything', () => asking(503, '31536000')],
  'always-429-sometime': ['429 and nonsense about when to come back to everything', () => asking(429, 'sometime')],
  'always-429-at-once': ['429 and next to no time to wait to everything', () => asking(429, '0.000001')],
  echo: [
    'whatever it was sent',
    () => (_request, response, body) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body === '' ? '{}' : body);
    },
  ],
  'closes-all': ['nothing: it closes every connection', () => (request) => void request.socket.destroy()],
  'closes-extensions': [
    'nothing to an extension, and 404 to all else',
    () => (request, response, body) => {
      if (request.method === 'POST') request.socket.destroy();
      else always(404, envelope)(request, response, body);
    },
  ],
  'never-answers': ['nothing, and keeps the connection', () => () => {}],
};

const sockets: Readonly<Record<string, readonly [string, string]>> = {
  garbage: ['garbage to everything', '\u0000\u0001garbage\r\n\r\n'],
  banner: ['the banner of another protocol to everything', 'SSH-2.0-OpenSSH_9.6\r\n'],
};

const degenerateOne = (id: string, summary: string, start: () => Promise<ServedSubject>): TrialSubject => ({
  id,
  kind: 'degenerate',
  operation: 'extend-volume',
  summary: `answers ${summary}`,
  owner: null,
  mayFail: [],
  expects: 'nothing',
  limits: { requestMs: 200, jobMs: 300 },
  start,
});

/** Servers that give the same answer to everything: nothing may pass on any of them. */
export const degenerate: readonly TrialSubject[] = [
  ...Object.entries(handlers).map(([id, [summary, make]]) => degenerateOne(id, summary, () => serveApart(make()))),
  ...Object.entries(sockets).map(([id, [summary, text]]) =>
    degenerateOne(id, summary, () => serveSocket((socket) => void socket.end(text))),
  ),
];
