import { ContradictionError } from '../../read/errors.ts';
import type { Page, ParameterRow, ParameterTable } from '../../read/page.ts';
import type { PagePart } from '../../read/part.ts';
import type { Field } from './field.ts';
import { nest } from './nest.ts';
import { ownersOf } from './owners.ts';
import { isObject, type JsonObject, type Sample, shows } from './sample.ts';

/** The answers of a page. */
export interface Answers {
  readonly success: { readonly fields: readonly Field[]; readonly samples: readonly Sample[] };
  readonly error: {
    readonly fields: readonly Field[];
    readonly samples: readonly Sample[];
    /** Keys of an error in a sample or in a row: `error`, `badRequest`. */
    readonly keys: readonly string[];
    /** Whether the page says that the key may be any error's. */
    readonly anyKey: boolean;
  };
}

const ANY_ERROR =
  /\berror\s*是泛指|泛指.{0,12}错误|\berror\b.{0,40}\b(?:general|generic|generally|any)\b|\bgeneral(?:ized)? error/i;
const ON_ERROR =
  /(?:出现|发生|返回|产生).{0,4}(?:错误|异常|失败)|错误时|失败时|\b(?:if|when|in case of)\b.{0,30}\b(?:error|fault|fail)/i;
/** Keys of errors without an envelope, in several conventions. */
const FLAT_ERROR = /^(?:error_?(?:code|msg|message)|code|message|request_?id|details?)$/i;

/**
 * Separates success and refusal in the tables and samples of the response.
 *
 * @throws ContradictionError if a table belongs to no row, or a success without a body has fields
 */
export function readAnswers(part: PagePart, samples: readonly Sample[], page: Page): Answers {
  const values = (of: readonly Sample[]): readonly JsonObject[] => of.map(({ value }) => value);
  const owners = ownersOf(part.tables, values(samples), page.name);
  const rows = owners.roots.flatMap((table) => table.rows);
  const refusals = samples.filter(({ value }) => isRefusal(value, rows));
  const successes = samples.filter((sample) => !refusals.includes(sample));
  const ofErrors = new Set(rows.filter((row) => isOfError(row, refusals, successes)));
  const split = (wanted: boolean): readonly ParameterTable[] =>
    owners.roots.map((table) => ({ ...table, rows: table.rows.filter((row) => ofErrors.has(row) === wanted) }));
  const fields = nest(split(false), owners, values(successes));
  checkEmptiness(part, fields, page);
  const errors = nest(split(true), owners, values(refusals));
  return {
    success: { fields, samples: successes },
    error: {
      fields: errors,
      samples: refusals,
      keys: [...new Set([...errors.map(({ name }) => name), ...refusals.flatMap(({ value }) => Object.keys(value))])],
      anyKey: part.sentences.some(({ text }) => ANY_ERROR.test(text)),
    },
  };
}

/**
 * Whether a sample is a refusal: one key with a message or code in its object, which no row but `error` lists; or only
 * keys of a flat error.
 */
function isRefusal(value: JsonObject, rows: readonly ParameterRow[]): boolean {
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => FLAT_ERROR.test(key)))
    return keys.some((key) => /code|message|msg/i.test(key));
  const [key = ''] = keys;
  const inner = value[key];
  const told = isObject(inner) && (shows([inner], 'message') || shows([inner], 'code') || shows([inner], 'error_code'));
  return keys.length === 1 && told && (key === 'error' || rows.every(({ name }) => name !== key));
}

function isOfError(row: ParameterRow, refusals: readonly Sample[], successes: readonly Sample[]): boolean {
  if (row.name === 'error') return true;
  const seen = successes.some(({ value }) => showsBelow(value, row.name));
  if (seen) return false;
  const inError = refusals.some(({ value }) => showsBelow(value, row.name));
  const said = row.sentences.some(({ text }) => ON_ERROR.test(text));
  return FLAT_ERROR.test(row.name) && (said || inError);
}

function showsBelow(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return shows([value], name) || Object.values(value).some((each) => showsBelow(each, name));
}

const NO_BODY = /^(?:无|none)$|没有(?:响应|消息)体|\b(?:has|have|with) no (?:response )?body\b/i;

function checkEmptiness({ sentences }: PagePart, [field]: readonly Field[], page: Page): void {
  const empty = sentences.find(({ row, text }) => row === null && NO_BODY.test(text));
  if (empty === undefined || field === undefined) return;
  const problem = `a success has no body, and yet ${field.name}`;
  throw new ContradictionError({ file: page.name, line: empty.line }, problem, 'correct one of the two');
}
