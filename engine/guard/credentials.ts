import type { RequirementId } from '../../spec/requirements.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Secrets } from '../../wire/redact.ts';
import { inTheirWords } from '../../wire/said.ts';
import { denialOf, isLike, speaksOfCredentials } from '../judge/denial.ts';
import type { Step } from '../step.ts';
import { timing } from '../timing.ts';
import { enoughDenials } from './credential-observer.ts';
import type { Guard } from './guard.ts';

/** Watches over the credentials of a run. */
export interface Credentials {
  /** They have ended, as this exchange says. The first one is kept. */
  readonly end: (denial: Exchange) => void;
  /** Shown every request of the operation: where volumes cannot be read, only these tell. */
  readonly see: (step: Step) => void;
  /** While they seem to have expired, and only requests can confirm it: waits, so that the next request confirms it after a pause. */
  readonly whenInDoubt: () => Promise<void>;
  /** The exchange that says that they have ended; undefined while they have not. */
  readonly denial: () => Exchange | undefined;
  /** The checks are over: later requests are outside their cases. */
  readonly closeChecks: () => void;
  /** The checks whose cases were denied before that was known. */
  readonly touched: () => readonly RequirementId[];
}

/** The knowledge of a run when its credentials expire. */
interface CredentialsOptions {
  readonly clock: Clock;
  readonly guard: Guard;
  readonly secrets: Secrets;
  /** Volumes are handed out again and again, so that there may be fewer than it takes. */
  readonly keeps: boolean;
  /** Whether look-ups tell as well. */
  readonly seesVolumes: boolean;
}

/** A denial that lasts so long, in ms, is permanent. */
const lastingMs = Math.max(...timing.denialPausesMs);

/** Different answers of one check tell nothing more. */
const maxAnswers = 20;

/** Words of a service that is asked too much, and says so by other statuses than 429. */
const load = /throttl|too.?many|frequen|flow.?control|(rate|request|call).?limit|limit.?(exceed|reach)/i;

export function openCredentials({ clock, guard, secrets, keeps, seesVolumes }: CredentialsOptions): Credentials {
  const answers = new Map<RequirementId, Map<string, Exchange>>();
  /** Volumes whose valid requests were denied alike, one after another, since one was accepted. */
  const denied = new Set<string>();
  /** Volumes that have refused something: what they deny from then on may be meant for them alone. */
  const marked = new Set<string>();
  let isUnmarkedDenied = false;
  let how: string | undefined;
  let since = 0;
  let wereGood = false;
  let ended: Exchange | undefined;
  let isBeside = false;

  function end(denial: Exchange): void {
    if (ended !== undefined || guard.signal.aborted) return;
    ended = denial;
    guard.stop(whyEnded(denial, secrets));
  }

  function remember({ check, exchange }: Step, denial: string): void {
    const own = answers.get(check) ?? new Map<string, Exchange>();
    answers.set(check, own);
    if (!isBeside && own.size < maxAnswers && !own.has(denial)) own.set(denial, exchange);
  }

  /** Judged only by the status, because other refusals are the service's own affair, and by the end of all acceptances. */
  function count({ case: { path }, exchange }: Step, denial: string): void {
    if (!wereGood || !speaksOfCredentials(exchange.reply)) return;
    if (how !== denial || denied.size === 0) {
      denied.clear();
      isUnmarkedDenied = false;
      since = clock.now();
    }
    how = denial;
    denied.add(path.volume_id);
    isUnmarkedDenied ||= denial === '401' || !marked.has(path.volume_id);
    if (isDoubtful() && leftMs() <= 0) end(exchange);
  }

  const isDoubtful = (): boolean => (keeps ? denied.size > 0 : denied.size >= enoughDenials && isUnmarkedDenied);
  const leftMs = (): number => since + lastingMs - clock.now();

  return {
    end,
    see(step) {
      const { about, expectation, exchange, outcome } = step;
      if (about !== '' || guard.signal.aborted) return;
      const denial = outcome === 'refused' ? denialOf(exchange.reply) : undefined;
      if (denial !== undefined) remember(step, denial);
      if (outcome === 'refused' && expectation.kind !== 'accept') marked.add(step.case.path.volume_id);
      if (outcome === 'accepted') {
        wereGood = true;
        if (denied.size > 0) denied.clear();
      } else if (denial !== undefined && expectation.kind === 'accept') count(step, denial);
    },
    async whenInDoubt() {
      if (!seesVolumes && isDoubtful()) await clock.sleep(Math.max(0, leftMs()), guard.signal);
    },
    denial: () => ended,
    closeChecks() {
      isBeside = true;
    },
    touched() {
      const { reply } = ended ?? {};
      if (reply === undefined) return [];
      return [...answers].flatMap(([id, own]) => ([...own.values()].some((one) => isLike(one.reply, reply)) ? id : []));
    },
  };
}

const expired = 'the credentials worked and no longer do';
const unserved = 'the target does not serve us: requests that worked before are now answered';

/** Whether a reason for which a run ended is the end of its credentials. */
export const isOfCredentials = (ended: string): boolean => ended.startsWith(expired) || ended.startsWith(unserved);

/** In the server's own words. */
function whyEnded({ reply }: Exchange, secrets: Secrets): string {
  if (reply.kind === 'none') return `${expired} (${reply.detail}): renew them, then run again`;
  const said = `${reply.status}${inTheirWords(reply, secrets)}`;
  if (load.test(said)) return `${unserved} ${said}: send fewer requests a second with --rate`;
  return `${expired}: requests that worked before are now answered ${said}: renew them, then run again`;
}
