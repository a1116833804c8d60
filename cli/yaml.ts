import { LineCounter, parseDocument, visit } from 'yaml';
import { readText } from './read.ts';
import { UsageError } from './usage.ts';

/** Nobody writes longer settings by hand, in bytes. */
const maxBytes = 1024 * 1024;

/** Parses YAML without repeating any of it in the message, for the text may hold a secret. An empty file says nothing: `{}`. */
export function readYaml(what: string, file: string): unknown {
  const text = readText(what, file, maxBytes);
  const lines = new LineCounter();
  const fail = (about: string, offset?: number): never => {
    const line = offset === undefined ? '' : ` (line ${lines.linePos(offset).line})`;
    throw new UsageError(`${what} ${file} ${about}${line}`);
  };
  try {
    const document = parseDocument(text, { prettyErrors: false, lineCounter: lines });
    const [error] = document.errors;
    if (error !== undefined) fail(`is not YAML: ${error.code.toLowerCase().replaceAll('_', ' ')}`, error.pos[0]);
    // a few lines of aliases can stand for more than any memory holds
    visit(document, {
      Alias: (_, { range }) => fail('has an alias, and none are read: write the value out', range?.[0]),
    });
    return document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${what} ${file} is not YAML that can be read: it may be nested too deeply`, { cause });
  }
}
