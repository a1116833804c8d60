import type { ErrorObject } from 'ajv/dist/2020.js';
import { UsageError, unknown } from './usage.ts';

/** More than these are no longer read. */
const mostTold = 20;

/** One error of all that is wrong with a file of a kind, one mistake a line. A single mistake is told as it is. */
export function allOf(kind: string, file: string, mistakes: readonly UsageError[]): UsageError {
  const [first, ...others] = mistakes;
  if (first !== undefined && others.length === 0) return first;
  const told = mistakes.slice(0, mostTold).map(({ message }) => `\n  ${message.replace(` ${file}`, '')}`);
  const more = mistakes.length > told.length ? `\n  and ${mistakes.length - told.length} more` : '';
  return new UsageError(`the ${kind} ${file} has ${mistakes.length} mistakes:${told.join('')}${more}`);
}

/**
 * What is wrong with the shape of a file, unknown keys before all others, because they often cause the others.
 *
 * @param below - the part of the file that was read
 * @param kind - what the file is
 */
export function complaints(
  file: string,
  errors: readonly ErrorObject[],
  below = '',
  kind = 'config file',
): readonly UsageError[] {
  const found = mistakes(errors);
  const told = found.length === 0 ? [undefined] : found;
  return [...told.filter(isStray), ...told.filter((error) => !isStray(error))].map((error) => {
    const where = placeOf(error, below);
    if (!isStray(error)) return new UsageError(`${kind} ${file}: ${where || 'it'} ${error?.message ?? 'is not valid'}`);
    const known = Object.keys((error?.parentSchema?.properties ?? {}) as object).filter((key) => key !== '$schema');
    const what = `key of the ${kind} ${file}${where === '' ? '' : `, below ${where},`}`;
    return unknown(what, String(error?.params.additionalProperty), known);
  });
}

const isStray = (error: ErrorObject | undefined): boolean => error?.keyword === 'additionalProperties';

/** Whatever fits none of several shapes is one mistake, though each shape has an error of its own for it. */
function mistakes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ instancePath, keyword }) => keyword === 'anyOf' && instancePath !== '');
  const choiceOf = ({ instancePath }: ErrorObject): ErrorObject | undefined =>
    choices.find((choice) => `${instancePath}/`.startsWith(`${choice.instancePath}/`));
  const single = errors.filter((error) => choiceOf(error) === undefined && error.keyword !== 'anyOf');
  const chosen = [...new Set(errors.map(choiceOf))].flatMap((choice) => {
    const ways = choice === undefined ? [] : errors.filter((error) => error !== choice && choiceOf(error) === choice);
    const first = ways.find(isStray) ?? ways.find(({ params }) => params.type !== 'null') ?? ways[0];
    return first === undefined ? [] : [first];
  });
  return [...single, ...chosen];
}

const placeOf = (error: ErrorObject | undefined, below: string): string =>
  [below, ...(error?.instancePath.split('/').slice(1) ?? [])].filter((step) => step !== '').join('.');
