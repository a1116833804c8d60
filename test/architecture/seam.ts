import type { Contract } from '../../spec/contract.ts';
import type { Register } from '../../spec/requirements.ts';

/** Where no operation is known; `targets/providers` are clients of the very APIs. */
const rooms: readonly string[] = ['engine', 'evidence', 'verdicts', 'reports', 'wire', 'targets'];
const providers = 'targets/providers/';

/** The room of a file in which no operation may be named; undefined for a file of any other. */
export function roomOf(file: string): string | undefined {
  return file.startsWith(providers) ? undefined : rooms.find((room) => file.startsWith(`${room}/`));
}

/** A word that is one operation's, and where it stands. */
export interface SeamHit {
  readonly line: number;
  readonly word: string;
}

/** The ids of a register, of what is certified and what is not. */
export function wordsOfRegister({ requirements, untested }: Register): readonly string[] {
  return [...Object.keys(requirements), ...Object.keys(untested)];
}

/**
 * What only one operation has: its path and the path's constant segments, its action, the keys of its request and its bounds.
 * A path's parameters are not among them, wherever else they stand: `project_id` and `volume_id` are words of the state hook
 * and the ledger, whatever operation is certified. Nor are versions: an identity service has a `v3` too.
 */
export function wordsOfContract({ operation, request, cases, case: caseSchema }: Contract): readonly string[] {
  const { path, action, parameters } = operation;
  const bounds = [request, caseSchema, ...cases.map(({ schema }) => schema)].flatMap(numbersIn);
  return [
    path,
    ...path.split('/').flatMap((segment) => wordOfSegment(segment, operation)),
    ...(action === null ? [] : [action]),
    ...keysIn(request).filter((key) => !Object.hasOwn(parameters, key) && isNoEnglishWord(key)),
    ...bounds.map(String).filter((bound) => /\d\D*\d/.test(bound) && bound !== KIB),
  ];
}

/** How many bytes a KiB has, whatever else may be of that size. A single digit is a count of anything, too. */
const KIB = '1024';

/** A segment that is a word of any prose about resources, `/volumes`, is looked for as a path has it. */
function wordOfSegment(segment: string, { resource, kind }: Contract['operation']): readonly string[] {
  if (segment === '' || segment.startsWith('{') || /^v\d/.test(segment)) return [];
  return [segment === kind || segment === `${resource}s` ? `/${segment}` : segment];
}

/** `size` may be a member of anything; `new_size` is what an API calls it. */
const isNoEnglishWord = (key: string): boolean => !/^[a-z]+$/.test(key);

/** The names of all members that a schema speaks of, at any depth. */
function keysIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysIn)];
}

function numbersIn(schema: unknown): readonly number[] {
  if (typeof schema === 'number') return [schema];
  return typeof schema === 'object' && schema !== null ? Object.values(schema).flatMap(numbersIn) : [];
}

/** A search for whole words in code and comments alike, which has the longest where several begin at one place. */
export function openSearch(words: readonly string[]): (text: string) => readonly SeamHit[] {
  const alternatives = [...new Set(words)].sort((one, other) => other.length - one.length).map(pattern);
  const any = new RegExp(`(?:${alternatives.join('|')})(?![\\w-])`, 'g');
  return (text) =>
    text.split('\n').flatMap((line, index) => [...line.matchAll(any)].map(([word]) => ({ line: index + 1, word })));
}

/** A bound is the same with its thousands set apart; a path goes on where it begins, but for that of a file (`./volumes.ts`). */
function pattern(word: string): string {
  if (/^\d+$/.test(word)) return `(?<![\\w-])${word.replace(/\B(?=(\d{3})+$)/g, '[_, ]?')}`;
  const before = word.startsWith('/') ? '(?<!\\.)' : '(?<![\\w-])';
  return before + word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
