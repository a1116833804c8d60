import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChain } from '../../../evidence/transcript/chain.ts';
import type {
  CaseLine,
  EndLine,
  ExchangeLine,
  ReadingLine,
  RunLine,
  StepLine,
  TranscriptLine,
} from '../../../evidence/transcript/lines.ts';

/** A line that may be written anew. */
// biome-ignore lint/suspicious/noExplicitAny: an edit does as it likes
type EditableLine = any;

const file = (folder: string): string => join(folder, 'transcript.ndjson');

/** Edits the lines as they stand, as somebody would with a text editor. */
export function editText(edit: (lines: string[]) => void) {
  return (folder: string): void => {
    const lines = readFileSync(file(folder), 'utf8').trimEnd().split('\n');
    edit(lines);
    writeFileSync(file(folder), `${lines.join('\n')}\n`);
  };
}

/** A transcript of which the lines were edited and linked anew. */
export function relinked(text: string, edit: (lines: EditableLine[]) => void): string {
  const [old, anew] = [openChain(), openChain()];
  const texts = text.trimEnd().split('\n');
  const lines = texts.map((line): EditableLine => JSON.parse(old.check(line).json));
  edit(lines);
  return lines.map((line) => `${anew.link(JSON.stringify(line))}\n`).join('');
}

/** Edits what the lines say and links them anew, as somebody would who knows how they are linked. */
export function forge(edit: (lines: EditableLine[]) => void) {
  return (folder: string): void => writeFileSync(file(folder), relinked(readFileSync(file(folder), 'utf8'), edit));
}

/** Edits a report file. */
export function editReport(name: string, edit: (text: string) => string) {
  return (folder: string): void => {
    const path = join(folder, name);
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`the edit leaves ${name} as it was`);
    writeFileSync(path, after);
  };
}

export function editJson(edit: (report: EditableLine) => void) {
  return editReport('report.json', (text) => {
    const report: EditableLine = JSON.parse(text);
    edit(report);
    return `${JSON.stringify(report, null, 2)}\n`;
  });
}

interface LinesByKind {
  readonly run: RunLine;
  readonly exchange: ExchangeLine;
  readonly reading: ReadingLine;
  readonly step: StepLine;
  readonly case: CaseLine;
  readonly end: EndLine;
}

/** The first line of this kind that fits; throws where there is none, for an edit that edits nothing shows nothing. */
export function find<K extends keyof LinesByKind>(
  lines: readonly TranscriptLine[],
  kind: K,
  fits: (line: LinesByKind[K]) => boolean = () => true,
): EditableLine {
  const found = lines.find((line) => line.kind === kind && fits(line as LinesByKind[K]));
  if (found === undefined) throw new Error(`no line of the kind ${kind} fits`);
  return found;
}
