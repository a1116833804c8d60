import { ContradictionError } from '../../read/errors.ts';
import type { ParameterRow, ParameterTable } from '../../read/page.ts';
import { NAME } from '../../read/table.ts';
import { type PageType, typeOf } from '../../read/types.ts';
import { ANY_KEY, type Field } from './field.ts';
import type { Owners } from './owners.ts';
import { isObject, shows, valuesAt } from './sample.ts';
import { spelledKeys } from './spelled.ts';

/** A place for rows: the body itself, an object, or each item of an array. */
interface Container {
  readonly field: Field | null;
  readonly samples: readonly unknown[];
  readonly members: OpenField[];
}

interface OpenField extends Field {
  readonly members: OpenField[];
}

/** The depth at which the rows of a table end that is linked below itself. */
const MAX_DEPTH = 12;

/**
 * Nests the rows of some tables. A row with a table of its own has the members of that table. The other rows stand
 * flat, and a sample shows their place: the innermost object with the name in a sample, the nearest one above first. A
 * row without a sample belongs by order to the object of the row before it, but never to an open map.
 *
 * @param samples the page's samples of the body, or of the object that the tables list
 */
export function nest(
  tables: readonly ParameterTable[],
  owners: Owners,
  samples: readonly unknown[],
  depth = 0,
): readonly Field[] {
  const rows = tables.flatMap((table) => table.rows);
  const names = new Set(rows.map((row) => row.name));
  const root: Container = { field: null, samples: samples.filter(isObject), members: [] };
  const containers: Container[] = [root];
  let open: readonly Container[] = [root];
  for (const [index, row] of rows.entries()) {
    const within =
      placeOf(row.name, open, containers) ??
      unlisted(row.name, root, names, containers) ??
      byOrder(open, placesBelow(rows.slice(index + 1), open, containers));
    if (isKnown(row, within, owners.file)) continue;
    const inside = valuesAt(within.samples, row.name);
    const own = depth < MAX_DEPTH ? owners.tablesOf(row) : [];
    const type = row.type === null ? null : (typeOf(row.type) ?? null);
    const members = own.length === 0 ? spelled(row, type) : (nest(own, owners, inside, depth + 1) as OpenField[]);
    const name = isAnyKey(row, within) ? ANY_KEY : row.name;
    const field: OpenField = {
      name,
      row,
      type: withMembers(type, members),
      isList: isList(type, within, row.name),
      members,
    };
    within.members.push(field);
    const path = open.includes(within) ? open.slice(0, open.indexOf(within) + 1) : [...open.slice(0, 1), within];
    if (own.length > 0 || !canHold(type)) open = path;
    else {
      const container: Container = { field, samples: inside.filter(isObject), members };
      containers.push(container);
      open = [...path, container];
    }
  }
  for (const { name, table } of depth === 0 ? owners.strangers : []) {
    const within = placeOf(name, open, containers);
    if (within === undefined) continue;
    const members = nest([table], owners, valuesAt(within.samples, name), 1) as OpenField[];
    within.members.push({ name, row: null, ...wrapper(within.samples, name), members });
  }
  return root.members;
}

/** @throws ContradictionError if a row of the same name stands there already, and differs */
function isKnown(row: ParameterRow, { members }: Container, file: string): boolean {
  const before = members.find(({ name }) => name === row.name)?.row;
  if (before == null) return false;
  if (before.type === row.type && before.mandatory === row.mandatory) return true;
  const problem = `${row.name} is listed twice, also on line ${before.line}`;
  throw new ContradictionError({ file, line: row.line }, problem, 'give each parameter one row');
}

/** Members that only the object's own cell names. */
function spelled(row: ParameterRow, type: PageType | null): OpenField[] {
  if (type?.kind !== 'object') return [];
  return spelledKeys(row).map((name) => ({ name, row: null, type: null, isList: false, members: [] }));
}

/** The innermost open container whose sample shows the name, otherwise the latest one of all with such a sample. */
function placeOf(name: string, open: readonly Container[], all: readonly Container[]): Container | undefined {
  const fits = (container: Container): boolean =>
    shows(container.samples, name) && container.members.every((member) => member.name !== name);
  return open.findLast(fits) ?? all.findLast(fits);
}

/** An object of the sample that no row lists, and that shows the name. Its own key is a name that a row could have. */
function unlisted(name: string, root: Container, listed: ReadonlySet<string>, all: Container[]): Container | undefined {
  for (const key of new Set(root.samples.flatMap((sample) => (isObject(sample) ? Object.keys(sample) : [])))) {
    const samples = valuesAt(root.samples, key);
    if (listed.has(key) || !NAME.test(key) || !shows(samples, name)) continue;
    const members: OpenField[] = [];
    const field: OpenField = { name: key, row: null, ...wrapper(root.samples, key), members };
    const container: Container = { field, samples, members };
    root.members.push(field);
    all.push(container);
    return container;
  }
  return undefined;
}

/** The form of an object that a sample shows and no row describes. */
function wrapper(samples: readonly unknown[], name: string): Pick<Field, 'type' | 'isList'> {
  const list = showsList(samples, name);
  return { type: typeOf(list ? 'array' : 'object') ?? null, isList: list };
}

/**
 * Whether a field is a list: a table may say object where a sample shows a list, and then lists the members of each
 * item.
 */
function isList(type: PageType | null, { samples }: Container, name: string): boolean {
  return type?.kind === 'array' || (type?.kind === 'object' && showsList(samples, name));
}

function showsList(samples: readonly unknown[], name: string): boolean {
  return samples.some((sample) => isObject(sample) && Object.hasOwn(sample, name) && Array.isArray(sample[name]));
}

/** The place of the next row that a sample shows. */
function placesBelow(
  rows: readonly ParameterRow[],
  open: readonly Container[],
  all: readonly Container[],
): Container | undefined {
  for (const { name } of rows) {
    const place = placeOf(name, open, all);
    if (place !== undefined) return place;
  }
  return undefined;
}

/**
 * The object to which rows belong by order: the object of the rows above, otherwise the one in which the next row
 * continues. If no sample shows any, the object of the first row.
 */
function byOrder(open: readonly Container[], next: Container | undefined): Container {
  const [root, first] = open as readonly [Container, Container | undefined];
  const begun = open.findLast(hasRows);
  if (begun !== undefined) return begun;
  if (next !== undefined && hasRows(next)) return next;
  const onlyByOrder = root.samples.length === 0 && root.members.length === 1 && first !== undefined;
  return onlyByOrder && first.field !== null && !isOpenMap(first.field) ? first : root;
}

/** Whether an object has rows, and not only keys from its own cell. */
function hasRows({ field, members }: Container): boolean {
  return field !== null && members.some(({ row }) => row !== null) && !isOpenMap(field);
}

function isOpenMap({ name, type }: Field): boolean {
  return (
    /^(?:metadata|tags|extra_specs)$/i.test(name) ||
    (type?.kind === 'array' && type.items !== null && type.items.kind !== 'object')
  );
}

/** Whether a row stands for every key of an open map: by its name, which no sample shows. */
function isAnyKey({ name, sentences }: ParameterRow, { samples }: Container): boolean {
  if (shows(samples, name)) return false;
  const said = sentences.some(({ text }) => /键值对|key[/_ -]?(?:and )?value pairs?/i.test(text));
  return (
    /^key_?val(?:ue)?s?$/i.test(name) ||
    (said &&
      samples.some((sample) => Object.keys(sample as object).length > 0) &&
      /^(?:keys?|key[_-].*|\*)$/i.test(name))
  );
}

/** The type of a field with members: an object, whatever its cell says, or an array of objects. */
function withMembers(type: PageType | null, members: readonly Field[]): PageType | null {
  if (members.length === 0 || type?.kind === 'array' || type?.kind === 'object') return type;
  return typeOf('object') ?? null;
}

function canHold(type: PageType | null): boolean {
  return type?.kind === 'object' || (type?.kind === 'array' && (type.items === null || type.items.kind === 'object'));
}
