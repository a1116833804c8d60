import { type Context as Call, Hono } from 'hono';
import { type Answer, json, toResponse } from './answers.ts';
import { limitBody } from './body-limit.ts';
import { deleteVolume } from './delete.ts';
import type { Dialect } from './dialects/dialect.ts';
import { extend } from './extend.ts';
import type { Received } from './gates/gate.ts';
import { openGate } from './gates/index.ts';
import { logIn } from './gates/login.ts';
import { envelope, type Refusal, refuse } from './refusal.ts';
import type { RuleContext, Rules } from './rules.ts';
import { createVolumes } from './volumes.ts';

const MAX_BODY_BYTES = 64 * 1024;
const JOB = '/v1/:project/jobs/:job';

/** The HTTP side: paths and methods lead to rules, with volumes below `path` and the state hook at `/states`. */
export function routes(
  path: Dialect['path'],
  rules: Rules,
  hook: (text: string) => Answer,
  context: RuleContext,
): Hono {
  const member = `${path}/:volume` as const;
  const { settings } = context;
  const { auth } = settings;
  const identify = openGate(context);
  const app = new Hono();
  const volumes = createVolumes(rules, context);
  const tooLarge = refuse('too-large', `the body is larger than ${MAX_BODY_BYTES} bytes`);

  app.use('/states', limitBody(MAX_BODY_BYTES, json(413, { reason: tooLarge.message })));
  app.post('/states', async (call) => toResponse(hook(await call.req.text())));

  app.use(async (_call, next) => {
    if (settings.latency > 0) await new Promise<void>((resolve) => settings.clock.after(settings.latency, resolve));
    await next();
  });
  app.use(limitBody(MAX_BODY_BYTES, envelope(tooLarge, context)));

  if (auth.kind === 'login')
    app.post('/v3/auth/tokens', async (call) => toResponse(logIn(await call.req.text(), auth, context)));

  app.all(`${member}/action`, async (call) => {
    if (!rules.servesMethod(call.req.method)) return toResponse(rules.answerMethod('POST', call.req.method, context));
    const denial = await deny(call, call.req.param('project'));
    if (denial) return toResponse(rules.answerDenied(denial, context));
    const { project, volume: id } = call.req.param();
    const unread = rules.refuseMediaType(call.req.header('content-type'));
    if (unread) return toResponse(unread);
    const text = await call.req.text();
    const volume = rules.findVolume(project, id, context);
    return toResponse(volume ? extend(text, volume, rules, context) : rules.answerUnknownVolume(project, id, context));
  });

  app.post(path, async (call) => {
    const { project } = call.req.param();
    const text = await call.req.text();
    return permitted(call, project, () => volumes.create(text, project));
  });

  app.get(`${path}/detail`, (call) => {
    const { project } = call.req.param();
    return permitted(call, project, () => volumes.list(project, call.req.query('name')));
  });

  app.get(member, (call) => {
    const { project, volume: id } = call.req.param();
    const volume = rules.findVolume(project, id, context);
    const view = volume && { volume: rules.volumeView(volume, context) };
    return show(call, 'volume', view, () => envelope(refuse('unknown', 'no such volume in this project'), context));
  });

  app.get(JOB, (call) => {
    const { project, job: id } = call.req.param();
    const job = rules.findJob(project, id, context);
    return show(call, 'job', job && rules.jobView(job, context), () => rules.answerUnknownJob(context));
  });

  app.all(path, () => toResponse(envelope(refuse('method', 'use POST'), context, { allow: 'POST' })));
  app.all(member, async (call) => {
    if (!rules.deletesOn(call.req.method))
      return toResponse(rules.answerMethod('GET, DELETE', call.req.method, context));
    const { project, volume: id } = call.req.param();
    const denial = rules.admitDeletion(await deny(call, project), id, context);
    if (denial) return toResponse(rules.answerDenied(denial, context));
    const volume = rules.findDeleted(rules.findVolume(project, id, context), id, context);
    if (volume) return toResponse(deleteVolume(volume, rules, context));
    return toResponse(
      rules.answerNothingToDelete(rules.answerUnknownVolume(project, id, context), id, context, project),
    );
  });
  app.all(JOB, () => toResponse(envelope(refuse('method', 'use GET'), context, { allow: 'GET' })));
  app.notFound(() => toResponse(envelope(refuse('unknown', 'there is nothing at this path'), context)));
  app.onError((error) => toResponse(rules.answerCrash(error, context)));
  return app;

  async function deny(call: Call, project: string): Promise<Refusal | undefined> {
    const received = receivedFrom(call);
    const { token: shown, problem } = await identify(received);
    const token = rules.tokenOf(shown, received);
    const denial = rules.checkToken(token, context);
    if (denial !== undefined && problem !== undefined) return { ...denial, message: problem };
    return denial ?? rules.checkProject(token, project, context);
  }

  async function permitted(call: Call, project: string, answer: () => Answer): Promise<Response> {
    const denial = await deny(call, project);
    return toResponse(denial ? envelope(denial, context) : answer());
  }

  async function show(call: Call, what: 'volume' | 'job', view: unknown, unknown: () => Answer): Promise<Response> {
    const denial = rules.denyLookUp(await deny(call, call.req.param('project') ?? ''), what);
    if (denial) return toResponse(envelope(denial, context));
    return toResponse(view === undefined ? unknown() : json(200, view));
  }
}

function receivedFrom(call: Call): Received {
  const { pathname, search } = new URL(call.req.url);
  // on a port, the request line as it was received
  const line = (call.env as { incoming?: { url?: string } } | undefined)?.incoming?.url;
  return {
    method: call.req.method,
    target: line ?? pathname + search,
    header: (name) => call.req.header(name),
    body: async () => Buffer.from(await call.req.arrayBuffer()),
  };
}
