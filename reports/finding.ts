import type { Row } from '../verdicts/result.ts';
import type { Counterexample, ReportedCase, ReportedResponse } from '../verdicts/verdict.ts';
import { place, shown, visible } from './text.ts';

/** One labelled line of a finding, which the formats lay out. */
export interface FindingLine {
  readonly label: string;
  readonly text: string;
  /** Whether a reader in a hurry can do without it. */
  readonly isDetail?: true;
}

/** The number of observations in a finding. */
export const observations = 12;

/**
 * A failure for its reader: the page's words and their place, the observations, and the way to reproduce it. `replay`:
 * as in `replayCommand`.
 */
export function finding(row: Row, found: Counterexample, replay?: string): readonly FindingLine[] {
  const seen = found.observations.slice(0, observations).map((text) => detail('seen', shown(text)));
  const unseen = found.observations.length - seen.length;
  return [
    ...row.clauses.flatMap((clause) => [
      line('page', place(clause)),
      ...(clause.quote === undefined ? [] : [line('page', `“${shown(clause.quote, 300)}”`)]),
    ]),
    ...(found.diagnosis === undefined ? [] : [line('likely', shown(found.diagnosis))]),
    line('volume', volume(found.case)),
    ...found.beside.flatMap(({ request, response }) => [
      detail('beside', shown(`${request.method} ${request.body ?? '(no body)'}`, 300)),
      detail('answer', answered(response)),
    ]),
    line('sent', shown(found.request.body ?? '(no body)', 300)),
    line('answer', answered(found.response)),
    ...requestIds(found.response).map((text) => line('id', text)),
    ...seen,
    ...(unseen > 0 ? [detail('seen', `… and ${unseen} more observations`)] : []),
    line('curl', curl(found.curl)),
    line('again', `${replayCommand(row.id, replay)}  # on a new volume: the one of the curl line is gone`),
    ...row.notes.map((note) => detail('note', shown(note))),
  ];
}

/** The volume of a case: size, state, servers, and the history of its size. */
export function volume({ volume: { size, status, multiattach }, servers, history }: ReportedCase): string {
  const before =
    history.length === 0
      ? ''
      : `, set up with ${history[0]} GB and extended: ${[...history, size].slice(-12).join(' → ')}`;
  const attached = servers.length === 0 ? '' : `, servers ${servers.map((one) => shown(one, 40)).join(', ')}`;
  return `${size} GB, ${shown(status, 40)}${multiattach ? ', multiattach' : ''}${shown(attached)}${before}`;
}

const line = (label: string, text: string): FindingLine => ({ label, text });

const detail = (label: string, text: string): FindingLine => ({ label, text, isDetail: true });

/**
 * The command that sends a counterexample again; `rest`: the report's folder, and the flags that name its target, in a
 * shell's spelling.
 */
export const replayCommand = (id: string, rest = 'DIR'): string => `npx evs-conformance replay ${rest} --only ${id}`;

/** The limits of a finding: the length of a header's value, and the number of headers. */
const idLimits = { text: 200, headers: 4 };

/** The headers that identify a request in the service's own logs, such as `x-request-id: 5f3c`. */
export function requestIds(response: ReportedResponse | null): readonly string[] {
  return Object.entries(response?.headers ?? {})
    .filter(([name]) => /^x-([a-z]+-)?(request|trace)-id$/i.test(name))
    .slice(0, idLimits.headers)
    .map(([name, value]) => `${name}: ${shown(value, idLimits.text)}`);
}

function answered(response: ReportedResponse | null): string {
  if (response === null) return 'none';
  const { status, body } = response;
  return body === '' ? `${status}, no body` : `${status} ${shown(body, 300)}`;
}

/**
 * A command for copying, which is shortened late, and then says where the whole one is. `isWhole`: it is not shortened
 * unless it is longer than `limit`.
 */
export function curl(command: string, limit = 1000, isWhole = false): string {
  const fit = isWhole && command.length <= limit ? visible(command) : shown(command, limit);
  return fit === command
    ? fit
    : `${fit}  # ${fit === visible(command) ? 'escaped' : 'shortened'}; whole in report.json`;
}
