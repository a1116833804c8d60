import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { serverName } from '../backend/answers.ts';
import { noTokens } from '../engine/plan.ts';
import { attestationFile } from '../evidence/attestation/folder.ts';
import type { Verified } from '../evidence/transcript/verify.ts';
import { indexFiles } from '../main/campaign/index.ts';
import { ledgerIn } from '../main/report-folder/ledger.ts';
import { transcriptIn } from '../main/report-folder/transcript.ts';
import { trendIn } from '../main/report-folder/trend.ts';
import { defaults } from '../main/settings/settings.ts';
import { reports } from '../reports/index.ts';
import { shown } from '../reports/text.ts';
import { evidenceOf } from '../verdicts/overall-verdict.ts';
import type { Row } from '../verdicts/result.ts';
import { isLoopback } from '../wire/proxy.ts';

/** The number of names in a line. */
const named = 8;

/** A clock that is wrong by less than this, in ms, is not worth a caveat. */
const clockMs = 3_600_000;

/** The points that a verified report does not settle, a sentence each, for its reader to weigh. */
export function caveats({ result, dates, servers }: Pick<Verified, 'result' | 'dates' | 'servers'>): readonly string[] {
  const { target, challenge, budget, contract, ledger, rows, startedAt, durationMs } = result;
  const { runs, extensions, maxGb } = budget;
  const start = Date.parse(startedAt);
  const isOfThen = (at: number): boolean => at > start - clockMs && at < start + durationMs + clockMs;
  const odd = dates.find((at) => !isOfThen(at));
  return [
    ...(target.reference || servers.has(serverName)
      ? [`the target is the reference backend of this suite: such a report certifies no service`]
      : []),
    ...(!target.reference && isOwnMachine(target.url)
      ? [
          `the target is an address of the machine that made the run, so that any program may have answered: ${shown(target.url)}`,
        ]
      : []),
    ...(challenge === null ? ['the run was not challenged: it may be the best one of many'] : []),
    ...(maxGb === null ? [] : [`sizes above ${maxGb} GB were not tried (--max-gb)`]),
    ...(runs < defaults.runs || extensions < defaults.extensions
      ? [
          `it is of a smaller budget than usual: ${runs} of ${defaults.runs} runs, ${extensions} of ${defaults.extensions} extensions`,
        ]
      : []),
    ...(contract.unparsed > 0
      ? [`${contract.unparsed} sentences of the page were not understood, so they were not judged`]
      : []),
    ...list(
      'no verdict on',
      rows.filter(({ verdict }) => verdict.kind === 'inconclusive'),
    ),
    ...list(
      'not tried, because the run had no credentials:',
      rows.filter(({ verdict }) => verdict.kind === 'not-applicable' && verdict.reason === noTokens),
    ),
    ...list(
      'judged by answers alone, without reading volumes back:',
      rows.filter((row) => evidenceOf(row) === 'response'),
    ),
    ...(ledger.left.length > 0 ? [`volumes were left behind: ${ledger.left.length}`] : []),
    ...(odd === undefined
      ? []
      : [
          `the run says that it began at ${startedAt}, and an answer of the target is dated ${new Date(odd).toISOString()}`,
        ]),
  ];
}

/** Files in a report's folder that are not part of the report: they are not checked. */
export function strangers(folder: string): readonly string[] {
  const paths = [transcriptIn(folder), ledgerIn(folder), trendIn(folder)];
  const others = [...paths.map((path) => basename(path)), ...Object.values(indexFiles)];
  const own = new Set([...others, ...Object.values(reports).map(({ file }) => file), attestationFile]);
  return readdirSync(folder).filter((name) => !own.has(name));
}

function list(what: string, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const names = rows.slice(0, named).map(({ id, level }) => (level === 'MUST' ? `${id} (MUST)` : id));
  return [`${what} ${names.join(', ')}${rows.length > named ? ` and ${rows.length - named} more` : ''}`];
}

function isOwnMachine(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname);
}
