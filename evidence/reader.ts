import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkedSchema } from '../spec/checked-schema.ts';
import { parseJson } from '../wire/json.ts';
import { openChain } from './chain.ts';
import type { EndLine, Line, RunLine } from './lines.ts';
import { atLine, type Problem, transcriptName } from './problem.ts';
import schema from './transcript.schema.json' with { type: 'json' };

/** The file is no transcript that can be judged again: cut off, of another format, or something else. */
export class UnreadableTranscript extends Error {
  override readonly name = 'UnreadableTranscript';
}

/** A line with its number in the file, from 1. */
export type Numbered<T = Line> = T & { readonly line: number };

export interface ReadTranscript {
  readonly run: RunLine;
  /** Every line between the first and the last. */
  readonly lines: readonly Numbered[];
  readonly end: Numbered<EndLine>;
  /** Lines that are not as they were written, in order. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a transcript's text.
 *
 * @throws UnreadableTranscript where it breaks off, or is of another format or no transcript at all
 */
export function readTranscript(text: string): ReadTranscript {
  const written = linesOf(text);
  const rest = text.endsWith('\n') ? '' : text.slice(text.lastIndexOf('\n') + 1);
  const isLine = openShapes();
  const chain = openChain();
  const problems: Problem[] = [];
  const lines: Numbered[] = [];
  for (const [at, one] of written.entries()) {
    const { json, isRight } = chain.check(one);
    const found = parseJson(json);
    if (at === 0) mustBeOurs(found);
    if (!isRight) problems.push(atLine(at + 1, 'it, or what stood before it, is not what was written'));
    if (isLine(found)) lines.push({ ...found, line: at + 1 });
    else problems.push(atLine(at + 1, 'it is no line of a transcript'));
  }
  const [run, end] = [lines[0], lines.at(-1)];
  if (run?.kind !== 'run') throw new UnreadableTranscript(`${transcriptName} does not begin with a run`);
  if (rest !== '' || end?.kind !== 'end') {
    if (written.at(-1)?.startsWith('{"kind":"end"'))
      throw new UnreadableTranscript(`the last line of ${transcriptName} is not of the form of one`);
    throw new UnreadableTranscript(
      `${transcriptName} breaks off after line ${written.length}: the run was killed, or the file was not copied whole`,
    );
  }
  return { run, lines: lines.slice(1, -1), end, problems };
}

/** By the line's kind at once: to try one shape after the other takes longer than all else. */
function openShapes(): (found: unknown) => found is Line {
  const ajv = new Ajv2020({ ...checkedSchema, strictTypes: false, strictRequired: false }).addSchema(schema);
  const shapes = new Map(kinds.map((kind) => [kind, ajv.compile({ $ref: `${schema.$id}#/$defs/${kind}` })]));
  return (found): found is Line => {
    const { kind } = (found ?? {}) as { readonly kind?: Line['kind'] };
    return kind !== undefined && shapes.get(kind)?.(found) === true;
  };
}

const kinds: readonly Line['kind'][] = ['run', 'exchange', 'reading', 'step', 'case', 'close', 'end'];

/** A run of some thousand cases has some ten thousand lines. */
const maxLines = 2_000_000;

/** The lines that have an end. Not by `split`, which a text of nothing but ends makes run out of memory. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
    if (lines.length >= maxLines)
      throw new UnreadableTranscript(`${transcriptName} has more than ${maxLines} lines: no run writes so many`);
    lines.push(text.slice(from, to));
  }
  return lines;
}

function mustBeOurs(first: unknown): void {
  const { kind, format } = (first ?? {}) as { readonly kind?: unknown; readonly format?: unknown };
  if (kind !== 'run') throw new UnreadableTranscript(`${transcriptName} is no transcript of a run`);
  if (format === 3) return;
  throw new UnreadableTranscript(
    `${transcriptName} is of format ${JSON.stringify(format)}, and this version reads format 3: use the version that wrote it`,
  );
}
