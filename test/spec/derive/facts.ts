import type { Contract, JsonSchema } from '../../../spec/contract.ts';
import type { Derivation } from '../../../spec/derive/derive.ts';
import { type FieldFact, fieldsIn, type PageFacts, type StatedConstraint, schemaAt } from './page-facts.ts';

/** How the facts of pages, written down by hand, and their contracts agree. */
export interface Agreement {
  readonly fields: { readonly all: number; readonly same: number };
  /** Constraints that always hold and that a schema can say. */
  readonly read: { readonly all: number; readonly same: number };
  /** What is in neither contract nor `unparsed`. */
  readonly lost: readonly string[];
  /** What the contract says and the page does not. */
  readonly invented: readonly string[];
  readonly differences: readonly string[];
}

/** Kinds of constraints and the keyword that says them. */
const KEYWORD: Readonly<Record<string, string>> = {
  unique: 'uniqueItems',
  reserved: 'x-reserved',
  unsupported: 'x-unsupported',
  charset: 'pattern',
};
const KEYWORDS = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'enum', 'default', 'format', 'pattern'],
  ...['minLength', 'maxLength', 'minBytes', 'maxBytes', 'minItems', 'maxItems', 'uniqueItems', 'maxProperties'],
  ...['x-reserved', 'x-unsupported', 'deprecated', 'readOnly'],
];
/** What no schema of a request says: they are told as they stand, or as a rule of states, a reading, a normalisation. */
const BEYOND_SCHEMA = ['other', 'state', 'relative', 'truncate', 'required', 'excludes', 'unique'];
/** Sentences of one paragraph, or of one note, can stand on lines beside each other. */
const NEAR = 1;
const IN_NOTE = 3;

/** Compares one page. */
export function compare(
  { fields, operation, operationConstraints, page }: PageFacts,
  { contract, provenance }: Derivation,
): Agreement {
  const [lost, invented, differences] = [[] as string[], [] as string[], [] as string[]];
  const [counted, read] = [
    { all: fields.length, same: 0 },
    { all: 0, same: 0 },
  ];
  const name = page.split('/').at(-1);
  const is = [contract.operation.method, contract.operation.path, contract.response.success.status];
  const told = [...is, contract.operation.deprecated, contract.request !== null];
  if (JSON.stringify(told) !== JSON.stringify(operation.slice(0, 5))) differences.push(`${name}: ${told.join()}`);
  for (const field of fields) {
    const found = schemaAt(contract, field.where, field.pointer);
    if (found !== undefined && fits(field, found.schema, found.isRequired)) counted.same += 1;
    else differences.push(`${name}: ${field.where}${field.pointer}`);
    for (const one of field.constraints) judge(one, found?.schema ?? {}, field.pointer);
    for (const keyword of found === undefined ? [] : KEYWORDS.filter((each) => found.schema[each] !== undefined)) {
      const stated = [...field.constraints, ...ofValues(field, fields)];
      if (
        !stated.some((one) => says(one, keyword, found?.schema ?? {})) &&
        !isWeakest(stated, keyword, found?.schema[keyword])
      ) {
        invented.push(`${name}: ${field.where}${field.pointer} ${keyword} ${JSON.stringify(found?.schema[keyword])}`);
      }
    }
  }
  const listed = new Set(fields.map(({ pointer, where }) => `${where}${pointer}`));
  for (const each of fieldsIn(contract)) if (!listed.has(each)) invented.push(`${name}: ${each}`);
  for (const one of operationConstraints) judge(one, {}, '');

  function judge(one: StatedConstraint, schema: JsonSchema, pointer: string): void {
    const isSaid =
      KEYWORDS.some((keyword) => says(one, keyword, schema)) ||
      saidBeyond(one, schema, pointer, contract) ||
      isStated(one);
    const isCountable = pointer !== '' && !one.isCase && !BEYOND_SCHEMA.includes(one.kind);
    if (isCountable) {
      read.all += 1;
      if (isSaid) read.same += 1;
    }
    const isNamed = contract.unparsed.some(({ line }) => Math.abs(line - one.line) <= NEAR);
    if (!isSaid && !isNamed) lost.push(`${name}:${one.line}: ${pointer} ${one.kind} ${JSON.stringify(one.value)}`);
    if (isCountable && !isSaid)
      differences.push(`${name}:${one.line}: ${pointer} ${one.kind} ${JSON.stringify(one.value)}`);
  }
  /** A restriction outside of the tables that is a fact of the contract: a rule of states, a notice. */
  function isStated({ kind, line }: StatedConstraint): boolean {
    return (
      ['other', 'state'].includes(kind) && provenance.origins.some((origin) => Math.abs(origin.line - line) <= IN_NOTE)
    );
  }

  return { fields: counted, read, lost, invented, differences };
}

/** What the row of a map says of its values, as of any of its keys. */
function ofValues({ pointer, where }: FieldFact, fields: readonly FieldFact[]): readonly StatedConstraint[] {
  if (!pointer.endsWith('/*')) return [];
  const map = fields.find((each) => each.where === where && `${each.pointer}/*` === pointer);
  return (map?.constraints ?? []).flatMap((one) => {
    const kind = /^value(\w)(\w+)$/.exec(one.kind);
    return kind === null ? [] : [{ ...one, kind: `${kind[1]?.toLowerCase()}${kind[2]}` }];
  });
}

function fits({ required, type, where }: FieldFact, schema: JsonSchema, isRequired: boolean): boolean {
  const isTyped = type === null || where === 'path' || [schema.type].flat().includes(type);
  return isTyped && (required === null || where === 'path' || required === isRequired);
}

/** Whether a keyword of a schema is what was stated. */
function says({ isCase, kind, value }: StatedConstraint, keyword: string, schema: JsonSchema): boolean {
  const has = schema[keyword];
  if (isCase || has === undefined || (KEYWORD[kind] ?? kind) !== keyword) return false;
  if (keyword === 'enum')
    return [...(has as unknown[])].map(String).sort().join() === [...(value as unknown[])].map(String).sort().join();
  return typeof has === 'number' || keyword === 'default' ? String(has) === String(value) : true;
}

/** Of bounds that hold in cases the weakest one holds in each. */
function isWeakest(stated: readonly StatedConstraint[], keyword: string, bound: unknown): boolean {
  const values = stated.filter(({ isCase, kind }) => isCase && kind === keyword).map(({ value }) => Number(value));
  if (values.length < 2) return false;
  return bound === (/^max/.test(keyword) ? Math.max(...values) : Math.min(...values));
}

/** Whether a schema of keys or values has what was stated of them: `keyMaxBytes` is its `maxBytes`. */
function saysInside(schema: unknown, keyword: string, value: unknown): boolean {
  const has = (schema as JsonSchema | undefined)?.[keyword];
  return has !== undefined && (keyword === 'pattern' || has === value);
}

function saidBeyond(
  { isCase, kind, value }: StatedConstraint,
  schema: JsonSchema,
  pointer: string,
  contract: Contract,
): boolean {
  const { cases, normalise, request } = contract;
  const isBilling =
    kind === 'other' &&
    contract.facts.some(({ value: fact }) => typeof fact === 'object' && fact !== null && 'billing' in fact);
  if (isBilling && pointer === '/volume_id') return true;
  const isOpen = contract.readings.some(({ fact }) => pointer !== '' && fact.endsWith(`:${pointer}`));
  if (isOpen) return true;
  const bound = JSON.stringify(contract.case);
  const of = kind.startsWith('key') ? schema.propertyNames : schema.additionalProperties;
  switch (kind) {
    case 'nonNull':
      return ![schema.type].flat().includes('null');
    case 'relative':
      return bound.includes('$data');
    case 'truncate':
      return normalise.length > 0;
    case 'excludes':
      return JSON.stringify(request).includes('"not"');
    case 'keyMaxBytes':
    case 'valueMaxBytes':
      return saysInside(of, 'maxBytes', value);
    case 'keyMaxLength':
    case 'valueMaxLength':
      return saysInside(of, 'maxLength', value);
    case 'keyCharset':
    case 'valueCharset':
      return saysInside(of, 'pattern', value);
    case 'enum':
      return JSON.stringify(value) === '[null]' && [schema.type].flat().includes('null');
    default:
      return isCase && cases.some((one) => one.pointer.endsWith(pointer) && String(one.schema[kind]) === String(value));
  }
}
