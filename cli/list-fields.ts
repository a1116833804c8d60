import { place, shown } from '../reports/text.ts';
import { constraintsInWords, typeInWords } from '../spec/constraint-words.ts';
import type { Contract } from '../spec/contract.ts';
import { type ContractField, fieldsOf } from '../spec/fields.ts';
import type { LoadedContract } from '../spec/load.ts';
import { originsOf } from '../spec/origins.ts';
import { columns } from './columns.ts';

/** The headings of the places of fields, in this order. */
const PLACES = {
  path: 'path',
  query: 'query',
  request: 'request',
  success: 'successful answer',
  error: 'refusal',
} as const satisfies Record<ContractField['place'], string>;

/**
 * The fields of a contract that no suite certifies yet: each with its type, obligation and constraints, its place on
 * the page, and the clauses that `explain` takes.
 */
export function listFields({ contract, provenance }: LoadedContract): string {
  const fields = fieldsOf(contract);
  const tables = Object.entries(PLACES).flatMap(([each, title]) => {
    const own = fields.filter((field) => field.place === each);
    if (own.length === 0) return [];
    const heads = columns(own.map(headOf));
    const lines = own.flatMap((field, index) => [
      `  ${heads[index]}`,
      ...originsOf(field.fact === null ? [] : [field.fact], provenance).map((one) => `      ${place(one)}`),
      ...field.clauses.map(({ id, level }) => `      ${shown(id)}  ${level}`),
    ]);
    return ['', titleOf(title, each, contract), ...lines];
  });
  const listed = new Set(fields.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const others = contract.clauses.filter(({ id }) => !listed.has(id));
  return `${[
    head(contract),
    ...tables,
    ...block(
      'states and the rest',
      others.map(({ id, level }) => `${id}  ${level}`),
    ),
    ...block('in some cases only', contract.cases.map(caseOf)),
    ...block('not understood', [
      ...new Set(contract.unparsed.map(({ line, heading, text }) => `line ${line}: ${text ?? `under "${heading}"`}`)),
    ]),
  ].join('\n')}\n`;
}

function headOf(field: ContractField): readonly string[] {
  const { pointer, schema } = field;
  return [shown(pointer), typeInWords(schema), obligationOf(field), shown(constraintsInWords(schema).join('; '))];
}

/** The obligation of a field. Most pages leave it open for an answer. */
export function obligationOf({ isRequired, place: where, pointer }: ContractField): string {
  if (isRequired) return 'required';
  return where === 'success' || where === 'error' || pointer === '/' ? '' : 'optional';
}

/** The contract in one line: its operation, and that nothing certifies it. */
function head({ id, operation: { deprecated, kind, method, path, resource } }: Contract): string {
  const what = `${kind} of ${resource}${deprecated ? ', deprecated' : ''}`;
  return `${shown(id)}  ${shown(method)} ${shown(path)}  ${shown(what)}\nno suite certifies it yet; these are its fields, with the clauses that bind them`;
}

function titleOf(title: string, each: string, { response }: Contract): string {
  return each === 'success' ? `${title}, status ${response.success.status ?? 'not documented'}` : title;
}

/** A bound with a condition, as the contract records it. */
export function caseOf({ pointer, schema, when }: Contract['cases'][number]): string {
  return `${pointer}: ${constraintsInWords(schema).join('; ')} (${when})`;
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${shown(line)}`)];
}
