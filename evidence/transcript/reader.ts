import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/transcript.schema.json' with { type: 'json' };
import { checkedSchema } from '../../spec/checked-schema.ts';
import type { StepMark, Times, WireRequest } from '../../wire/exchange.ts';
import { parseJson } from '../../wire/json.ts';
import { openChain } from './chain.ts';
import type { EndLine, ExchangeLine, RunLine, TranscriptLine } from './lines.ts';
import { atLine, type Problem, transcriptName } from './problem.ts';
import type { Placed, TextLines } from './text.ts';

/** The file is not a transcript that can be judged again: cut off, of another format, or something else. */
export class UnreadableTranscript extends Error {
  override readonly name = 'UnreadableTranscript';
}

/** A line with its number in the file, from 1. */
export type Numbered<T = TranscriptLine> = T & { readonly line: number };

/** The place of an exchange: exchanges are most of a transcript, and are read when needed. */
export interface ExchangeAt extends Times {
  readonly kind: 'exchange';
  readonly number: number;
  readonly step: StepMark | null;
  readonly method: string;
  readonly url: string;
  readonly credentials: NonNullable<WireRequest['credentials']>;
  /** Null where no answer came. */
  readonly status: number | null;
  /** It never went out. */
  readonly isUnsent: boolean;
  /** The time of the answer by its `Date` header, in ms since 1970; NaN without one. */
  readonly date: number;
  readonly read: () => ExchangeLine;
}

/** A line as it is kept while a transcript is judged. */
export type KeptLine = Exclude<TranscriptLine, ExchangeLine> | ExchangeAt;

export interface ReadTranscript {
  readonly run: RunLine;
  /** Every line between the first and the last. */
  readonly lines: readonly Numbered<KeptLine>[];
  readonly end: Numbered<EndLine>;
  /** Lines that are not as they were written, in order. */
  readonly problems: readonly Problem[];
  /** The first names that answers give the server, each once. */
  readonly servers: ReadonlySet<string>;
}

/**
 * Reads a transcript by its lines, which have to be there as long as its exchanges may be read.
 *
 * @throws UnreadableTranscript where it breaks off, or is of another format or no transcript at all
 */
export function readTranscript(text: TextLines): ReadTranscript {
  const isLine = openShapes();
  const chain = openChain();
  const problems: Problem[] = [];
  const lines: Numbered<KeptLine>[] = [];
  const servers = new Set<string>();
  let count = 0;
  let isWhole = false;
  let isLastAnEnd = false;
  for (const one of text.each()) {
    isWhole = !one.isRest;
    if (one.isRest) break;
    count += 1;
    if (count > maxLines)
      throw new UnreadableTranscript(`${transcriptName} has more than ${maxLines} lines: no run writes so many`);
    isLastAnEnd = one.text.startsWith('{"kind":"end"');
    const { json, isRight } = chain.check(one.text);
    const found = parseJson(json, maxValues);
    if (count === 1) mustBeOurs(found);
    if (!isRight) problems.push(atLine(count, 'this line or an earlier one was altered'));
    if (isLine(found)) {
      lines.push({ ...kept(found, one, text), line: count });
      if (servers.size < maxServers) servers.add(serverIn(found));
    } else problems.push(atLine(count, 'it is not a line of a transcript'));
  }
  const [run, end] = [lines[0], lines.at(-1)];
  if (run?.kind !== 'run') throw new UnreadableTranscript(`${transcriptName} does not begin with a run`);
  if (!isWhole || end?.kind !== 'end') {
    if (isLastAnEnd) throw new UnreadableTranscript(`the last line of ${transcriptName} has the wrong form`);
    throw new UnreadableTranscript(
      `${transcriptName} breaks off after line ${count}: the run was killed, or the file was not copied whole`,
    );
  }
  return { run, lines: lines.slice(1, -1), end, problems, servers };
}

/** A farm of servers may name each of its own. */
const maxServers = 100;

const serverIn = (line: TranscriptLine): string =>
  line.kind === 'exchange' && 'status' in line.response ? (line.response.headers.server ?? '') : '';

function kept(line: TranscriptLine, { place }: Placed, text: TextLines): KeptLine {
  if (line.kind !== 'exchange') return line;
  const { kind, number, sent, answered, step, request, response } = line;
  const { method, url, credentials } = request;
  const status = 'status' in response ? response.status : null;
  const isUnsent = 'none' in response && (response.none === 'aborted' || response.none === 'login');
  const date = Date.parse('status' in response ? (response.headers.date ?? '') : '');
  const facts = { sent, answered, step, method, url, credentials, status, date };
  return { kind, number, ...facts, isUnsent, read: () => JSON.parse(text.at(place)) as ExchangeLine };
}

/** By the line's kind: trying one shape after the other would take longer than everything else. */
function openShapes(): (found: unknown) => found is TranscriptLine {
  const ajv = new Ajv2020({ ...checkedSchema, strictTypes: false, strictRequired: false }).addSchema(schema);
  const shapes = new Map(kinds.map((kind) => [kind, ajv.compile({ $ref: `${schema.$id}#/$defs/${kind}` })]));
  return (found): found is TranscriptLine => {
    const { kind } = (found ?? {}) as { readonly kind?: TranscriptLine['kind'] };
    return kind !== undefined && shapes.get(kind)?.(found) === true;
  };
}

const kinds: readonly TranscriptLine['kind'][] = [
  'run',
  'exchange',
  'volume',
  'reading',
  'step',
  'case',
  'close',
  'end',
];

/** A run of some thousand cases has some ten thousand lines. */
const maxLines = 2_000_000;

/** The last line names every volume that was left, and may be of many thousand. */
const maxValues = 1_000_000;

function mustBeOurs(first: unknown): void {
  const { kind, format } = (first ?? {}) as { readonly kind?: unknown; readonly format?: unknown };
  if (kind !== 'run') throw new UnreadableTranscript(`${transcriptName} is not a transcript of a run`);
  if (format === 5) return;
  throw new UnreadableTranscript(
    `${transcriptName} is of format ${JSON.stringify(format)}, and this version reads format 5: use the version that wrote it`,
  );
}
