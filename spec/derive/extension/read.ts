import type { JsonSchema } from '../../contract.ts';
import { ContradictionError, UnsupportedError } from '../../read/errors.ts';
import type { Page, ParameterRow, Sentence } from '../../read/page.ts';
import type { OperationReading } from '../contract/contract.ts';
import { spotOfRow } from '../contract/facts.ts';
import { jobOf } from '../contract/kind.ts';
import { objectSchema } from '../contract/schema.ts';
import type { DescribedPlace } from '../described.ts';
import type { PageStatement } from '../statement.ts';
import type { StateRule } from '../states.ts';
import type { Field } from '../structure/field.ts';
import { FACT_IDS, type FactId, type Facts, type FactValues } from './facts.ts';

/** The facts of an extension's page, in its own words, and the fields besides the action. */
export interface ExtensionReading {
  readonly facts: Facts;
  /** Optional fields at the body's root besides the action, by name. */
  readonly others: Readonly<Record<string, JsonSchema>>;
  /** In the order of the facts. */
  readonly statements: readonly PageStatement[];
}

const UNIT = /(?:单位为|\bin )([A-Za-z]+)\b/i;
const GIGABYTE = /^gi?b$/i;
const PAY_PER_USE = /非包周期|pay-per-use/i;

/**
 * Reads an extension: a single action with a number that has to be greater than the present size, or with a number
 * named `new_size`.
 *
 * @throws UnsupportedError if sizes are in another unit, or the volume is not a parameter of the path
 */
export function readExtension(reading: OperationReading): ExtensionReading | undefined {
  const { described, nature, page } = reading;
  const objects = (page.body?.fields ?? []).filter(({ members }) => members.length > 0);
  const action = objects.find(({ name }) => name === nature.action) ?? (objects.length === 1 ? objects[0] : undefined);
  const size = action?.members.map((field) => described.find((each) => each.field === field)).find(isSize);
  if (action?.row == null || size === undefined || size.field.row === null || nature.project === null) return undefined;
  const [volume, ...more] = page.parameters.path.filter(({ name }) => name !== nature.project);
  if (volume?.row == null || more.length > 0) return undefined;
  check(reading, action.row, size as SizeField);
  const rest = (page.body?.fields ?? []).filter((field) => field !== action);
  const { properties = {} } = objectSchema({ place: 'request', fields: rest, described, samples: [] });
  const statements = [
    ...taken(reading),
    ...ofParameters(reading, volume.row),
    ...ofStates(reading),
    ...ofSize(action.row, size as SizeField),
  ];
  const byId = new Map(statements.map((each) => [each.fact, each]));
  const ordered = FACT_IDS.flatMap((fact) => byId.get(fact) ?? []);
  const told = page.answers.success.fields.filter((field) => field !== jobOf(page));
  const beside = reading.statements.filter(({ fact }) => isBeside(fact, rest, told));
  // each value is made for its fact, and structure and rows provide the needed ones
  const facts = Object.fromEntries(ordered.map(({ fact, value }) => [fact, value])) as unknown as Facts;
  return { facts, others: properties as Readonly<Record<string, JsonSchema>>, statements: [...ordered, ...beside] };
}

/** Whether a fact is about a field that an extension need not have: one besides the action, or besides the job. */
function isBeside(fact: string, rest: readonly Field[], answered: readonly Field[]): boolean {
  const below = (place: string, fields: readonly Field[]): boolean =>
    fields.some(({ name }) => fact === `${place}:/${name}` || fact.startsWith(`${place}:/${name}/`));
  return below('request', rest) || below('success', answered);
}

function isSize(each: DescribedPlace | undefined): boolean {
  const kind = each?.field.type?.kind;
  return (kind === 'integer' || kind === 'number') && (each?.says.relative != null || each?.field.name === 'new_size');
}

/** The size field, whose row is known. */
type SizeField = DescribedPlace & { readonly field: Field & { readonly row: ParameterRow } };

/** Refuses a page that no extension can have, or that contradicts itself. */
function check(
  { page: { page }, states }: OperationReading,
  action: ParameterRow,
  { field: { row }, says }: SizeField,
): void {
  const at = { file: page.name, line: row.line };
  const optional = [action, row].find(({ mandatory }) => mandatory === false);
  if (optional !== undefined) {
    throw new UnsupportedError(
      { ...at, line: optional.line },
      `${optional.name} is optional`,
      'an extension needs a size',
    );
  }
  const unit = unitOf(row);
  if (unit !== undefined && !GIGABYTE.test(unit)) {
    throw new UnsupportedError(at, `sizes are in ${unit.slice(0, 20)}`, 'a contract holds sizes in GB');
  }
  const { maximum } = says.schema;
  if (maximum !== undefined && !(Number.isSafeInteger(maximum) && (maximum as number) > 0)) {
    const there = { ...at, line: says.lines.get('maximum') ?? row.line };
    throw new ContradictionError(there, 'the maximum is not a positive integer', 'write it in digits, as in 32768 GB');
  }
  const announced = states.named.find(({ rules, sentence }) => rules === 'listed' && !followed(sentence, page));
  if (announced !== undefined) {
    const problem = `rules for ${announced.status} are announced and none follows`;
    const there = { ...at, line: announced.sentence.line };
    throw new ContradictionError(there, problem, 'list them below, or say that there is none');
  }
}

/** @throws ContradictionError if a list repeats a state, because another one was meant */
function checkServers(servers: readonly string[], { line }: Sentence, file: string): void {
  const twice = servers.find((server, index) => servers.indexOf(server) !== index);
  if (twice !== undefined) throw new ContradictionError({ file, line }, `${twice} is listed twice`, 'list it once');
}

function followed(sentence: Sentence, { sections }: Page): boolean {
  return sections.some(({ sentences }) => sentences.some(({ parent }) => parent?.line === sentence.line));
}

function unitOf({ sentences }: ParameterRow): string | undefined {
  return sentences.map(({ text }) => UNIT.exec(text)?.[1]).find((unit) => unit !== undefined);
}

/** The facts that are stated as on any page. */
function taken({ statements }: OperationReading): readonly PageStatement[] {
  return statements.flatMap((each) => {
    if (each.fact === 'operation.effect')
      return [{ ...each, value: { extends: 'volume', count: 1 } satisfies FactValues['operation.effect'] }];
    return (FACT_IDS as readonly string[]).includes(each.fact) ? [each] : [];
  });
}

function ofParameters({ page, statements }: OperationReading, volume: ParameterRow): readonly PageStatement[] {
  const payPerUse = volume.sentences.some(({ text }) => PAY_PER_USE.test(text));
  const value = { name: volume.name, mandatory: true, ...(payPerUse ? { billing: 'pay-per-use' as const } : {}) };
  const [sample] = page.body?.samples ?? [];
  return [
    ...statements.filter(({ fact }) => fact === 'parameter.project'),
    stated('parameter.volume', value, spotOfRow(volume)),
    ...(sample === undefined ? [] : [stated('request.sample', sample.value, sample.code)]),
  ];
}

function ofStates({ page, states }: OperationReading): readonly PageStatement[] {
  const named = states.named.flatMap(({ rules, sentence, status }) => {
    const value = { status, constraints: rules };
    if (status === 'available') return [stated('state.available', value, sentence)];
    return status === 'in-use' ? [stated('state.in-use', value, sentence)] : [];
  });
  return [...named, ...states.rules.flatMap((rule) => ofRule(rule, page.page.name))];
}

function ofRule({ on, requires, sentence, when }: StateRule, file: string): readonly PageStatement[] {
  const status = (when['volume.status'] as { readonly const?: string } | undefined)?.const;
  if (status === undefined) return [];
  if (on === 'volume.multiattach' && requires.const === false) {
    return [stated('state.in-use-shared', { status, multiattach: false }, sentence)];
  }
  const servers = (requires.items as { readonly enum?: readonly string[] } | undefined)?.enum;
  if (on !== 'volume.servers' || servers === undefined) return [];
  checkServers(servers, sentence, file);
  return [stated('state.server-status', { status, servers }, sentence)];
}

function ofSize(action: ParameterRow, { field: { row: size }, says }: SizeField): readonly PageStatement[] {
  const unit = unitOf(size);
  const range = {
    ...(says.relative === null ? {} : 'above' in says.relative ? { greaterThan: 'current' as const } : says.relative),
    ...(typeof says.schema.maximum === 'number' ? { maximum: says.schema.maximum } : {}),
  };
  const told = size.sentences.find(
    ({ line }) => line === says.lines.get('relative') || line === says.lines.get('maximum'),
  );
  const maxima = says.cases.flatMap(({ schema: { maximum }, when }) =>
    typeof maximum === 'number' ? [{ when, maximum }] : [],
  );
  const cut = size.sentences.find(({ line }) => line === says.lines.get('truncates'));
  return [
    stated('request.action', parameter(action), spotOfRow(action)),
    stated('request.size', { ...parameter(size), ...(unit === undefined ? {} : { unit }) }, spotOfRow(size)),
    ...(Object.keys(range).length === 0 ? [] : [stated('size.range', range, told ?? size)]),
    ...(maxima.length === 0 ? [] : [stated('size.cases', maxima, told ?? size)]),
    ...(says.truncates
      ? [stated('size.decimals', 'truncate', cut === undefined ? size : { ...cut, line: cut.noteLine ?? cut.line })]
      : []),
  ];
}

function parameter({ mandatory, name, type }: ParameterRow): object {
  return { name, ...(type === null ? {} : { type: type.toLowerCase() }), ...(mandatory === null ? {} : { mandatory }) };
}

function stated<K extends FactId>(
  fact: K,
  value: FactValues[K] | object,
  { anchor, heading, line, text }: PageStatement['at'],
): PageStatement {
  return { fact, value, at: { heading, line, anchor, text } };
}
