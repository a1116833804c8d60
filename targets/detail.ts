import { shownText } from './text.ts';

export type Members = Readonly<Record<string, unknown>>;

/** Ids and states have some dozen characters. */
export const longestWord = 1_024;

/**
 * The reason why a volume's detail cannot be used, from any source; undefined if it is a detail of the requested
 * volume.
 */
export function oddityOf(detail: Members, asked: string | undefined): string | undefined {
  const { size, status } = detail;
  // null members count as members that are not there yet
  if (size === undefined || size === null) return 'it has no size';
  if (typeof size === 'string') return `its size is text (${member('size', size)})`;
  if (typeof size !== 'number' || !Number.isFinite(size)) return `its size is no number (${member('size', size)})`;
  if (status === undefined || status === null) return 'it has no status';
  if (typeof status !== 'string') return `its status is no text (${member('status', status)})`;
  if (status.length > longestWord) return `its status is no word (${status.length} characters)`;
  return strange(detail, asked);
}

/** The reason why the detail belongs to another volume; an id that is a number may be the same one. */
function strange({ id, name }: Members, asked: string | undefined): string | undefined {
  if (id === undefined || id === asked || (typeof id === 'number' && String(id) === asked)) return undefined;
  const other = `it is of another volume (${member('id', id)}, and ${shown(asked)} was asked for)`;
  if (typeof id !== 'string' || asked === undefined) return other;
  if (isAlike(id, asked)) return `its id is spelled otherwise (${member('id', id)}, and ${shown(asked)} was asked for)`;
  return name === asked ? `${other}, which is its name` : other;
}

/** Whether two words differ only in case, blanks and the characters that join their parts. */
export function isAlike(one: string, other: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '');
  return bare(one) === bare(other);
}

/** The limits of the search for volumes in a body: its depth, and the number of members of each object. */
const depth = 3;
const breadth = 20;

/** The JSON pointer to an object that looks like a volume's detail, anywhere in a body; undefined if there is none. */
export function placeOfDetail(body: unknown, below = depth, pointer = ''): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if (Object.hasOwn(body, 'size') && Object.hasOwn(body, 'status')) return pointer;
  if (below === 0) return undefined;
  for (const [key, value] of Object.entries(body).slice(0, breadth)) {
    const place = placeOfDetail(value, below - 1, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (place !== undefined) return place;
  }
  return undefined;
}

const member = (name: string, value: unknown): string => `"${name}": ${shown(value)}`;
const shown = (value: unknown): string => shownText(JSON.stringify(value) ?? 'nothing').slice(0, 100);
