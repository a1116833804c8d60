import { isDeepStrictEqual } from 'node:util';
import { openLedger } from '../../../targets/ledger.ts';
import type { Times } from '../../../wire/exchange.ts';
import type { VolumeLine } from '../lines.ts';
import { togetherIn } from '../pairs.ts';
import { atLine, type Problem } from '../problem.ts';
import type { Numbered } from '../reader.ts';
import { grouped } from './grouped.ts';
import type { Sent } from './sent.ts';
import type { Rule, Whole } from './whole.ts';

/** Each volume is set up, used and given back, and is at each request as the one before it has left it. */
export const volumes: Rule = (whole) => [...summed(whole), ...unheld(whole), ...uneven(whole)];

/** The report's account of its volumes follows from the set-ups and teardowns. */
function summed({ volumes: events, end, run }: Whole): readonly Problem[] {
  const ledger = openLedger();
  for (const { event, volume, reason } of events) {
    if (volume === null) ledger.setUp(anyVolume).unknown(reason ?? '');
    else if (event === 'obtained') ledger.obtained(volume);
    else if (event === 'returned') ledger.returned(volume);
    else ledger.left(volume, reason ?? '');
  }
  const { requests: _, ...told } = end.result.ledger;
  const said = { ...told, left: told.left.filter(({ reason }) => !isUnanswered(reason)) };
  const due = { ...ledger.summary(), ...(run.keeps ? { lent: true } : {}) };
  if (isDeepStrictEqual(due, said)) return [];
  return [{ where: 'ledger', what: 'it does not follow from the set-ups and teardowns' }];
}

/** The order does not say which volumes are left. */
const anyVolume = { size: 0, status: '', multiattach: false, servers: [] };

/** A set-up that never ended has no line: that it may have left a volume makes nobody look better. */
const isUnanswered = (reason: string): boolean => /^the run ended while the set-up \S+ was under way: /.test(reason);

/** A request goes to a volume that is set up and not given back. */
function unheld({ sent, exchanges, volumes: all }: Whole): readonly Problem[] {
  const byVolume = grouped(all, ({ volume }) => volume && keyOf(volume.project, volume.id));
  return sent.flatMap((one): readonly Problem[] => {
    const { project_id, volume_id } = one.case.path;
    const own = exchanges[one.exchange - 1];
    const setUp = own && lastSetUp(byVolume.get(keyOf(project_id, volume_id)) ?? [], own);
    if (setUp === undefined) return [atLine(one.line, 'its volume was not set up, or had been returned')];
    return isAsAsked(one, setUp) ? [] : [atLine(one.line, 'its volume was not set up as it is said to have been')];
  });
}

const keyOf = (project: string, id: string): string => JSON.stringify([project, id]);

/** Properties that look-ups may not show, such as the state of a server, are as ordered. */
function isAsAsked({ case: { servers, volume }, recipe }: Sent, { asked }: VolumeLine): boolean {
  if (asked === null) return false;
  const isOfState = recipe === undefined || recipe.setup.status === asked.status;
  return isOfState && volume.multiattach === asked.multiattach && isDeepStrictEqual(servers, asked.servers);
}

/** The set-up of a volume that was out while a request to it was: until the next time that it was given back. */
function lastSetUp(events: readonly Numbered<VolumeLine>[], { sent, answered }: Times): VolumeLine | undefined {
  return events.find(
    ({ event, at }, which) =>
      event === 'obtained' && at <= sent && answered <= (events[which + 1]?.at ?? Number.POSITIVE_INFINITY),
  );
}

/** The sizes that a volume has had since its set-up are those that its requests have left, and each is read after the request before it. */
function uneven({ plan, sent, exchanges, volumes: events }: Whole): readonly Problem[] {
  const isTogether = togetherIn(plan.operation);
  const found: Problem[] = [];
  const setUps = grouped(
    events.filter(({ event }) => event === 'obtained'),
    ({ volume }) => volume && keyOf(volume.project, volume.id),
  );
  const of = grouped(sent, ({ case: { path }, exchange }) => {
    const key = keyOf(path.project_id, path.volume_id);
    const at = exchanges[exchange - 1]?.sent ?? 0;
    return `${key} ${(setUps.get(key) ?? []).filter((one) => one.at <= at).length}`;
  });
  for (const all of of.values()) {
    let last: Sent | undefined;
    let history: readonly number[] | undefined;
    for (const one of all) {
      // two that were sent at once are the last
      if (isTogether(one)) break;
      if (one.exchange === last?.exchange) continue;
      if (last !== undefined && one.exchange < last.exchange)
        found.push(atLine(one.line, 'it comes after a later request to its volume'));
      if (history === undefined ? one.history.length !== 1 : !isDeepStrictEqual(one.history, history))
        found.push(atLine(one.line, 'its volume had other sizes'));
      if ((one.before?.exchange ?? Number.POSITIVE_INFINITY) < (last?.after?.exchange ?? 0))
        found.push(atLine(one.line, 'its reading from before is older than the one that the previous request left'));
      history = grownBy(one);
      last = one;
    }
  }
  return found;
}

function grownBy({ history, outcome, before, after }: Sent): readonly number[] {
  return outcome !== 'refused' && after !== undefined && after.size !== before?.size
    ? [...history, after.size]
    : history;
}
