import { LineCounter, parseDocument, visit } from 'yaml';
import { readText } from '../report-folder/read.ts';
import { UsageError } from './usage.ts';

/** Nobody writes longer settings by hand, in bytes. */
const maxBytes = 256 * 1024;

/** Settings nest three deep; the parser does not survive thousands of levels, and takes the process with it. */
const maxDepth = 64;

/** Lists of lists of lists … on one line. */
const compact = new RegExp(`(?:[-?:][ \\t]+){${maxDepth}}`);

/** Parses YAML without repeating any of it in the message, for the text may hold a secret. An empty file says nothing: `{}`. */
export function readYaml(what: string, file: string): unknown {
  const text = readText(what, file, maxBytes);
  const lines = new LineCounter();
  const fail = (about: string, offset?: number): never => {
    const line = offset === undefined ? '' : ` (line ${lines.linePos(offset).line})`;
    throw new UsageError(`${what} ${file} ${about}${line}`);
  };
  const tooDeep = depthExceeded(text);
  if (tooDeep >= 0) fail(`is nested too deeply (line ${text.slice(0, tooDeep).split('\n').length})`);
  try {
    const document = parseDocument(text, { prettyErrors: false, lineCounter: lines, logLevel: 'error' });
    const [error] = document.errors;
    if (error !== undefined) fail(`is not YAML: ${error.code.toLowerCase().replaceAll('_', ' ')}`, error.pos[0]);
    // a few lines of aliases can stand for more than any memory holds
    visit(document, {
      Alias: (_, { range }) => fail('has an alias, which is not supported: write the value out', range?.[0]),
    });
    return document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${what} ${file} is not YAML that can be read: it may be nested too deeply`, { cause });
  }
}

/** Where a text nests too deeply; -1 where it does not. Brackets in quotes count, too: nobody writes so many. */
function depthExceeded(text: string): number {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxDepth) return index;
  }
  return text.search(compact);
}
