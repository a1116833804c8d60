import { type BackendOptions, createBackend } from '../../backend/backend.ts';
import { defaults } from '../../cli/settings.ts';
import { imaginaryClock } from '../../rehearsal/clock.ts';
import { certify } from '../../suites/certify.ts';
import { openCustody } from '../../targets/custody.ts';
import { stateHook } from '../../targets/hook.ts';
import { openLedger } from '../../targets/ledger.ts';
import { openObserver } from '../../targets/observe.ts';
import type { Result } from '../../verdicts/result.ts';
import type { Authentication } from '../../wire/auth/auth.ts';
import { withoutCredentials, withToken } from '../../wire/auth/token.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { parseJson } from '../../wire/json.ts';
import type { Transport } from '../../wire/transport.ts';
import { committed, type Settings, token, tokens } from './bench.ts';

/** What a run in imagined time is told beside its settings. */
interface Imagined extends Settings {
  readonly backend?: BackendOptions;
  /** Told every exchange with the service, those of the state hook not. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** Certifies the reference backend without a port, in a time in which nobody waits: only thinking takes time. */
export async function certifyImagined({ backend = {}, onExchange, ...settings }: Imagined): Promise<Result> {
  const clock = imaginaryClock(Date.UTC(2024, 0, 1));
  const passing = {
    now: () => clock.now(),
    after: (ms: number, task: () => void) => void clock.sleep(ms).then(task),
  };
  const { app } = createBackend({ tokens, clock: passing, ...backend });
  const transport = direct(app, '', withToken(token), onExchange);
  const hook = stateHook(direct(app, '/states', withoutCredentials()), clock, { setUp: {}, teardown: {} });
  const target = {
    url: transport.url,
    transport,
    custody: openCustody(hook, openLedger(), clock),
    observer: openObserver(transport, clock, defaults.observe),
  };
  const short = { contract: committed, seed: 7, runs: 20, extensions: 4, minSize: 10, concurrency: 8, jobMs: 1_500 };
  return certify({ ...short, clock, version: '0', ...settings, target });
}

/** A transport to an app of this process. */
function direct(
  app: ReturnType<typeof createBackend>['app'],
  base: string,
  auth: Authentication,
  tell: (exchange: Exchange) => void = () => {},
): Transport {
  const url = `http://imagined${base}`;
  let count = 0;

  async function send(request: WireRequest): Promise<Exchange> {
    const { method, path, body, credentials = 'own' } = request;
    count += 1;
    const sent = credentials === 'none' ? {} : await auth.headers(credentials);
    const full = `${url}${path}`;
    const response = await app.request(full, { method, headers: { ...sent }, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    const headers = Object.fromEntries(response.headers);
    const { status } = response;
    const json = parseJson(text);
    return { request, url: full, sent, reply: { kind: 'answer', status, headers, text, truncated: false, json } };
  }

  return {
    url,
    auth,
    async send(request) {
      const exchange = await send(request);
      tell(exchange);
      return exchange;
    },
    strain: { inVain: 0 },
    count: () => count,
    close: () => {},
  };
}
