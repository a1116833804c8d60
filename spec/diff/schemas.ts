import { isDeepStrictEqual } from 'node:util';
import { isFree } from '../binding.ts';
import type { JsonSchema } from '../contract.ts';
import { type ChangeClass, demanded, told } from './change.ts';

/** A keyword of one schema that another has not, or otherwise. */
export interface KeywordChange {
  readonly keyword: string;
  readonly class: ChangeClass;
  readonly what: string;
}

/** Keywords that hold schemas, or names of fields: those are compared field by field. */
const STRUCTURE = new Set('$schema properties items propertyNames required anyOf oneOf allOf if then else'.split(' '));

/** Which way a keyword restricts when its number grows. */
const GROWS = {
  maximum: 'loosening',
  exclusiveMaximum: 'loosening',
  maxLength: 'loosening',
  maxBytes: 'loosening',
  maxItems: 'loosening',
  maxProperties: 'loosening',
  minimum: 'tightening',
  exclusiveMinimum: 'tightening',
  minLength: 'tightening',
  minBytes: 'tightening',
  minItems: 'tightening',
  minProperties: 'tightening',
} as const satisfies Record<string, ChangeClass>;

/** Annotations by which a page takes a field back: nothing that is said of it binds then. */
const TAKEN_BACK = new Set(['deprecated', 'x-reserved', 'x-unsupported']);

/** How two schemas of one field differ, without what stands inside it. */
export function compareSchemas(before: JsonSchema, after: JsonSchema): readonly KeywordChange[] {
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((one) => !STRUCTURE.has(one));
  const binds = !isFree(before) && !isFree(after);
  return keywords.flatMap((keyword) => {
    const [old, now] = [own(before, keyword), own(after, keyword)];
    if (isDeepStrictEqual(old, now)) return [];
    const found = compare(keyword, old, now, { before, after });
    const isBinding = binds || TAKEN_BACK.has(keyword);
    return found.map((each) => ({ keyword, ...each, class: isBinding ? each.class : 'metadata' }));
  });
}

/** The schemas of fields inside are fields of their own. */
function own(schema: JsonSchema, keyword: string): unknown {
  const value = schema[keyword];
  return keyword === 'additionalProperties' && value !== false ? undefined : value;
}

type Found = Pick<KeywordChange, 'class' | 'what'>;

function compare(
  keyword: string,
  old: unknown,
  now: unknown,
  { after, before }: { readonly before: JsonSchema; readonly after: JsonSchema },
): readonly Found[] {
  const what = `${keyword} ${told(old)} → ${told(now)}`;
  if (keyword === 'enum') return values(listed(old), listed(now), [before, after].some(isOpen));
  if (keyword === 'x-open') return [{ class: now === true ? 'loosening' : 'tightening', what: opened(now) }];
  if (keyword === 'readOnly') return [{ class: 'metadata', what }];
  if (TAKEN_BACK.has(keyword)) return [{ class: now === true ? 'loosening' : 'tightening', what }];
  if (keyword === 'type') return [{ class: ofTypes(listed(old), listed(now)), what }];
  const grows = Object.hasOwn(GROWS, keyword) ? GROWS[keyword as keyof typeof GROWS] : undefined;
  if (grows !== undefined && typeof old === 'number' && typeof now === 'number') {
    return [{ class: now > old ? grows : opposite(grows), what }];
  }
  if (keyword === 'multipleOf' && typeof old === 'number' && typeof now === 'number') {
    return [{ class: now % old === 0 ? 'tightening' : old % now === 0 ? 'loosening' : 'breaking', what }];
  }
  return [{ class: demanded(old, now), what }];
}

function opposite(kind: 'loosening' | 'tightening'): ChangeClass {
  return kind === 'loosening' ? 'tightening' : 'loosening';
}

function isOpen(schema: JsonSchema): boolean {
  return schema['x-open'] === true;
}

function opened(now: unknown): string {
  return now === true ? 'the list of values is not closed any more' : 'the list of values is closed';
}

function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** No list allows every value; a list that is not closed forbids none. */
function values(old: readonly unknown[], now: readonly unknown[], isFreeList: boolean): readonly Found[] {
  const gone = old.filter((each) => !now.includes(each));
  const come = now.filter((each) => !old.includes(each));
  const words = (list: readonly unknown[]): string => list.map(told).join(', ');
  const [fewer, more] = isFreeList ? (['metadata', 'metadata'] as const) : (['tightening', 'loosening'] as const);
  if (old.length === 0) return [{ class: fewer, what: `any value → one of ${words(now)}` }];
  if (now.length === 0) return [{ class: more, what: `one of ${words(old)} → any value` }];
  return [
    ...(gone.length === 0 ? [] : [{ class: fewer, what: `no longer one of its values: ${words(gone)}` }]),
    ...(come.length === 0 ? [] : [{ class: more, what: `also one of its values: ${words(come)}` }]),
    ...(gone.length + come.length > 0 ? [] : [{ class: 'vocabulary' as const, what: 'its values in another order' }]),
  ];
}

/** An integer is a number; without a type, anything is right. */
function ofTypes(old: readonly unknown[], now: readonly unknown[]): ChangeClass {
  if (old.length === 0) return 'tightening';
  if (now.length === 0) return 'loosening';
  const within = (few: readonly unknown[], many: readonly unknown[]): boolean =>
    few.every((each) => many.includes(each) || (each === 'integer' && many.includes('number')));
  if (within(old, now)) return within(now, old) ? 'vocabulary' : 'loosening';
  return within(now, old) ? 'tightening' : 'breaking';
}
