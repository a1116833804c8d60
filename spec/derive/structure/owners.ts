import { ContradictionError } from '../../read/errors.ts';
import type { ParameterRow, ParameterTable } from '../../read/page.ts';
import { NAME } from '../../read/table.ts';
import { typeOf } from '../../read/types.ts';
import { shows, valuesBelow } from './sample.ts';

/** The tables that list the members of each row. */
export interface Owners {
  /** The page's name in messages. */
  readonly file: string;
  readonly tablesOf: (row: ParameterRow) => readonly ParameterTable[];
  /** Tables without a row of their own. */
  readonly roots: readonly ParameterTable[];
  /** Tables whose label names no row, but something that a sample shows. */
  readonly strangers: readonly { readonly table: ParameterTable; readonly name: string }[];
}

/** Words of labels that name no field. */
const GENERAL =
  /^(?:the|in|of|for|and|a|an|table|parameters?|request|response|body|header|uri|path|query|filter|filters|fields?|descriptions?|data|structure|object|element|array|list|returned|example|elements|json|api|http|url|description|status|codes?|get|post|put|delete)$/i;
/** A smaller number of members does not distinguish objects. */
const MIN_LIKENESS = 3;
/** A label with the name of the owner of its table's members. */
const NAMING =
  /^(?:•|(?:表|table) ?\d+)? ?([A-Za-z_$@][\w:.$@-]*) ?(?:参数|字段|数据|元素|说明|信息|objects?$|fields?$|parameters?$|structures?$)|\b(?:parameters|elements|fields) (?:in|of) the ([A-Za-z_$@][\w:.$@-]*)/i;
const WORD = /[A-Za-z_$@][A-Za-z0-9_.:$@-]*/g;

/**
 * Ties the tables of a part of the page to its rows: by the anchor to which a row links, otherwise by the name in the
 * label, which is the name of the nearest row above, or of a row's type. A table without either lists the members of
 * the only object in which a sample shows most of them.
 *
 * @throws ContradictionError if a label names something that is neither a row nor in a sample
 */
export function ownersOf(tables: readonly ParameterTable[], samples: readonly unknown[], file: string): Owners {
  const rows = tables.flatMap((table) => table.rows.map((row) => ({ row, table })));
  const owned = new Map<ParameterTable, readonly ParameterRow[]>();
  const strangers: { table: ParameterTable; name: string }[] = [];
  for (const table of tables) {
    const linking = rows.filter(
      ({ row, table: from }) => from !== table && row.links.some((link) => table.anchors.includes(link)),
    );
    if (linking.length > 0)
      owned.set(
        table,
        linking.map(({ row }) => row),
      );
  }
  const linked = new Set([...owned.values()].flat());
  for (const [index, table] of tables.entries()) {
    if (owned.has(table)) continue;
    const names = (table.label.match(WORD) ?? []).filter((word) => word.length < 128);
    const above = tables.slice(0, index).flatMap((each) => each.rows);
    const named = names.toReversed().flatMap((name) => rowOf(name, above.toReversed(), linked) ?? []);
    const [owner = sampled(table, names, above, linked, samples)] = named;
    const stranger = NAMING.exec(table.label)
      ?.slice(1)
      .find((name) => name !== undefined && NAME.test(name) && !GENERAL.test(name));
    if (owner !== undefined) {
      owned.set(table, [owner]);
      linked.add(owner);
    } else if (stranger !== undefined && index > 0) {
      if (valuesBelow(samples, stranger).length === 0) throw lost(stranger, table, file);
      strangers.push({ table, name: stranger });
    }
  }
  const strange = new Set(strangers.map(({ table }) => table));
  return {
    file,
    tablesOf: (row) => tables.filter((table) => owned.get(table)?.includes(row)),
    roots: tables.filter((table) => !owned.has(table) && !strange.has(table)),
    strangers,
  };
}

function lost(name: string, { line }: ParameterTable, file: string): ContradictionError {
  const problem = `the table lists members of ${name}, which has no row`;
  return new ContradictionError({ file, line }, problem, 'link it from its row');
}

/**
 * The only row that there is; otherwise the row, so far without members, in whose object the samples show most of the
 * table.
 */
function sampled(
  { rows }: ParameterTable,
  names: readonly string[],
  above: readonly ParameterRow[],
  linked: ReadonlySet<ParameterRow>,
  samples: readonly unknown[],
): ParameterRow | undefined {
  const [only, ...others] = above;
  const isNamed = names.some((name) => !GENERAL.test(name));
  if (isNamed && only !== undefined && others.length === 0 && !linked.has(only) && canHaveMembers(only)) return only;
  if (!isNamed || rows.length < MIN_LIKENESS) return undefined;
  const fitting = above.filter((row) => {
    if (linked.has(row) || !canHaveMembers(row)) return false;
    const values = valuesBelow(samples, row.name);
    return rows.filter(({ name }) => shows(values, name)).length > rows.length / 2;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The nearest row of a name, or with objects of that name; one that can have members before one that cannot. */
function rowOf(
  name: string,
  nearestFirst: readonly ParameterRow[],
  linked: ReadonlySet<ParameterRow>,
): ParameterRow | undefined {
  const known = nearestFirst.filter((row) => row.name === name || namesObject(row, name));
  const free = known.filter((row) => !linked.has(row));
  return free.find(canHaveMembers) ?? free.find(() => !GENERAL.test(name)) ?? known.find(canHaveMembers);
}

function namesObject(row: ParameterRow, name: string): boolean {
  const type = row.type === null ? undefined : typeOf(row.type);
  return [type?.named, type?.items?.named].includes(name);
}

function canHaveMembers({ type }: ParameterRow): boolean {
  const kind = type === null ? undefined : typeOf(type)?.kind;
  return kind === undefined || kind === 'object' || kind === 'array';
}
