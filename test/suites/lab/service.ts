import { type BackendOptions, createBackend } from '../../../backend/backend.ts';
import { systemClock } from '../../../cli/clock.ts';
import { openCustody } from '../../../targets/custody.ts';
import { stateHook } from '../../../targets/hook.ts';
import { openLedger } from '../../../targets/ledger.ts';
import { lookupsFor } from '../../../targets/lookups.ts';
import { openObserver } from '../../../targets/observe.ts';
import { withoutCredentials } from '../../../wire/auth/token.ts';
import type { Clock } from '../../../wire/clock.ts';
import type { Exchange, WireRequest } from '../../../wire/exchange.ts';
import { parseJson } from '../../../wire/json.ts';
import { openStrain } from '../../../wire/strain.ts';
import type { Transport } from '../../../wire/transport.ts';
import { manualClock } from '../../backend/clock.ts';
import { contract } from '../committed.ts';
import { type FakeRun, runOn } from './fake.ts';

interface ServiceOptions extends BackendOptions {
  /** No extension gets an answer. */
  readonly silent?: boolean;
  /** One volume at a time. */
  readonly alone?: boolean;
}

/** The reference backend without a port, on a clock that passes only while the suite sleeps. */
export function openService({ silent = false, alone = false, ...options }: ServiceOptions) {
  const passing = manualClock();
  const { app, state } = createBackend({ clock: passing, ...options });
  const clock: Clock = {
    now: passing.now,
    date: passing.now,
    async sleep(ms) {
      passing.advance(Math.max(0, ms));
    },
  };
  let mute = silent;
  const transport = (base: string): Transport => ({
    url: base,
    auth: withoutCredentials(),
    async send(request: WireRequest): Promise<Exchange> {
      const common = { request, url: base, sent: {} };
      if (mute && request.path.endsWith('/action')) {
        return { ...common, reply: { kind: 'none', reason: 'reset', detail: 'closed' } };
      }
      const { method, body } = request;
      const response = await app.request(`${base}${request.path}`, body === undefined ? { method } : { method, body });
      const text = await response.text();
      const headers = Object.fromEntries(response.headers);
      const { status } = response;
      return { ...common, reply: { kind: 'answer', status, headers, text, truncated: false, json: parseJson(text) } };
    },
    strain: openStrain(30_000),
    count: () => 0,
    close: () => {},
  });
  const wire = transport('');
  const target = {
    url: '',
    transport: wire,
    custody: openCustody(
      stateHook(transport('/states'), clock, { setUp: {}, teardown: {} }),
      openLedger(),
      systemClock,
    ),
    observer: openObserver(wire, clock, lookupsFor(contract)),
  };
  const run: FakeRun = {
    ...runOn(target, clock, 2_000, new AbortController().signal),
    alone: () => alone,
  };
  return {
    run,
    remaining: () => state.volumes.size,
    sizes: () => [...state.volumes.values()].map(({ size }) => size),
    fallSilent: () => {
      mute = true;
    },
  };
}
