import type { Row } from '../verdicts/result.ts';
import type { Counterexample, ReportedCase, ReportedResponse } from '../verdicts/verdict.ts';
import { place, shown, visible } from './text.ts';

/** One labelled line of a finding; the formats lay them out. */
export interface FindingLine {
  readonly label: string;
  readonly text: string;
}

/** As many observations as a finding tells. */
export const observations = 12;

/** A failure as a reader wants it: what the page says and where, what was seen, how to see it again. */
export function finding(row: Row, found: Counterexample): readonly FindingLine[] {
  const seen = found.observations.slice(0, observations).map((text) => line('seen', shown(text)));
  const unseen = found.observations.length - seen.length;
  return [
    ...row.clauses.map((clause) => line('page', place(clause))),
    ...(found.diagnosis === undefined ? [] : [line('likely', shown(found.diagnosis))]),
    line('volume', volume(found.case)),
    ...found.beside.flatMap(({ request, response }) => [
      line('beside', shown(`${request.method} ${request.body ?? '(no body)'}`, 300)),
      line('answer', answered(response)),
    ]),
    line('sent', shown(found.request.body ?? '(no body)', 300)),
    line('answer', answered(found.response)),
    ...seen,
    ...(unseen > 0 ? [line('seen', `… and ${unseen} more observations`)] : []),
    line('curl', curl(found.curl)),
    line('again', `seed ${found.seed}, path ${shown(found.path, 80)}`),
    ...row.notes.map((note) => line('note', shown(note))),
  ];
}

/** The volume of a case: size, state, servers, and how it came to that size. */
export function volume({ volume: { size, status, multiattach }, servers, history }: ReportedCase): string {
  const before =
    history.length === 0
      ? ''
      : `, set up with ${history[0]} GB and extended: ${[...history, size].slice(-12).join(' → ')}`;
  const attached = servers.length === 0 ? '' : `, servers ${servers.map((one) => shown(one, 40)).join(', ')}`;
  return `${size} GB, ${shown(status, 40)}${multiattach ? ', multiattach' : ''}${shown(attached)}${before}`;
}

const line = (label: string, text: string): FindingLine => ({ label, text });

function answered(response: ReportedResponse | null): string {
  if (response === null) return 'none';
  const { status, body } = response;
  return body === '' ? `${status}, no body` : `${status} ${shown(body, 300)}`;
}

/** A command is to be pasted, so it is cut late; where a character had to be spelled out, it says so. */
export function curl(command: string, limit = 2000): string {
  const fit = shown(command, limit);
  return fit === command ? fit : `${fit}  # ${fit === visible(command) ? 'escaped' : 'cut'}; as sent in report.json`;
}
