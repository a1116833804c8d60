import type { AcceptanceMap, Counts, Coverage } from '../verdicts/acceptance-map.ts';
import { evidenceOf, overallVerdict, reasonOf, runsOf } from '../verdicts/overall-verdict.ts';
import type { Result, Row } from '../verdicts/result.ts';
import type { Counterexample, ReportedRequest, ReportedResponse } from '../verdicts/verdict.ts';
import { bounded } from './text.ts';

/**
 * The limits of a counterexample: the length of a string, the length of a body and of the command that sends it again,
 * and the number of lines or headers.
 */
const limits = { text: 4096, sent: 64 * 1024, entries: 64 };

/** `report.json`, as `schemas/report.schema.json` describes it. */
export function json(result: Result): string {
  const { class: verdict, headline, summary } = overallVerdict(result);
  const { name, version, matrix } = result.suite;
  const report = {
    suite: { name, version, matrix },
    operation: result.operation.id,
    contract: { id: result.contract.id, sha256: result.contract.sha256, unparsed: result.contract.unparsed },
    target: target(result.target),
    seed: result.seed,
    budget: {
      runs: result.budget.runs,
      extensions: result.budget.extensions,
      maxGb: result.budget.maxGb,
      maxVolumes: result.budget.maxVolumes,
      maxRequests: result.budget.maxRequests,
      ...(result.budget.maxTime === null ? {} : { maxTime: result.budget.maxTime }),
    },
    ...(result.smoke ? { smoke: true } : {}),
    ...(result.stopped === null ? {} : { stopped: text(result.stopped) }),
    challenge: result.challenge,
    startedAt: result.startedAt,
    durationMs: result.durationMs,
    processorMs: result.processorMs,
    interrupted: result.interrupted,
    verdict,
    headline,
    summary,
    requirements: result.rows.map(entry),
    survey: acceptanceMap(result.survey),
    passing: { serverErrors: result.passing.serverErrors, refusals: result.passing.refusals },
    ledger: {
      requests: result.ledger.requests,
      volumesCreated: result.ledger.volumesCreated,
      volumesReturned: result.ledger.volumesReturned,
      ...(result.ledger.lent ? { lent: true } : {}),
      left: result.ledger.left.map(({ volume, reason }) => ({ volume: text(volume), reason: text(reason) })),
    },
  };
  return `${safe(JSON.stringify(report, null, 2))}\n`;
}

function target({ url, project, reference }: Result['target']) {
  return { url: text(url), project: project === null ? null : text(project), reference };
}

function entry(row: Row) {
  const reason = reasonOf(row);
  return {
    id: row.id,
    level: row.level,
    statement: row.statement,
    clauses: row.clauses.map(({ fact, line, anchor, quote, url }) => ({
      ...{ fact, line, anchor },
      ...(quote === undefined ? {} : { quote: text(quote) }),
      ...(url === undefined ? {} : { url: text(url) }),
    })),
    verdict: row.verdict.kind,
    evidence: evidenceOf(row),
    runs: runsOf(row),
    foundAfter: row.verdict.kind === 'fail' ? row.verdict.foundAfter : null,
    counterexample: row.verdict.kind === 'fail' ? counterexample(row.verdict.counterexample) : null,
    reason: reason === null ? null : text(reason),
    notes: row.notes.map(text),
  };
}

function acceptanceMap({ sizes, states, statesLeftOut, interactions }: AcceptanceMap) {
  return {
    sizes: sizes.map(({ landmark, offset, ...rest }) => ({ landmark, offset, ...counts(rest) })),
    states: states.map(({ status, multiattach, servers, ...rest }) => ({
      status: text(status),
      multiattach,
      servers: servers.map(text),
      ...counts(rest),
    })),
    statesLeftOut,
    ...(interactions === undefined ? {} : { interactions: coverage(interactions) }),
  };
}

function coverage({ pairs, triples, missing }: Coverage) {
  return {
    pairs: { reached: pairs.reached, of: pairs.of },
    triples: { reached: triples.reached, of: triples.of },
    missing: missing.map(text),
  };
}

function counts({ expected, accepted, refused, fails }: Counts) {
  return { expected, accepted, refused, ...(fails === undefined ? {} : { fails }) };
}

function counterexample(found: Counterexample) {
  const { case: sent } = found;
  return {
    case: {
      path: { project_id: text(sent.path.project_id), volume_id: text(sent.path.volume_id) },
      body: wholly(sent.body),
      volume: { size: sent.volume.size, status: text(sent.volume.status), multiattach: sent.volume.multiattach },
      servers: sent.servers.slice(0, limits.entries).map(text),
      history: sent.history.slice(-limits.entries),
    },
    request: request(found.request),
    response: response(found.response),
    beside: found.beside.slice(0, limits.entries).map((one) => ({
      request: request(one.request),
      response: response(one.response),
    })),
    complaint: text(found.complaint),
    diagnosis: found.diagnosis === undefined ? null : text(found.diagnosis),
    observations: found.observations.slice(0, limits.entries).map(text),
    curl: wholly(found.curl),
    seed: found.seed,
    path: found.path,
  };
}

function request({ method, url, headers: sent, body }: ReportedRequest) {
  return { method, url: text(url), headers: headers(sent), body: body === null ? null : wholly(body) };
}

function response(answer: ReportedResponse | null) {
  if (answer === null) return null;
  return { status: answer.status, headers: headers(answer.headers), body: text(answer.body) };
}

const text = (value: string): string => bounded(value, limits.text);

/** A text that other formats shorten, in full up to the limit. */
const wholly = (value: string): string => bounded(value, limits.sent);

function headers(all: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(all).slice(0, limits.entries);
  return Object.fromEntries(kept.map(([name, value]) => [text(name), text(value)]));
}

/**
 * Escapes characters that `JSON.stringify` leaves unchanged, and that a terminal or an editor obeys: DEL, C1 controls,
 * format marks.
 */
export function safe(written: string): string {
  return written.replace(/[\u007f-\u009f]|[\p{Cf}\u2028\u2029]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => escaped(character.charCodeAt(index))).join(''),
  );
}

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
