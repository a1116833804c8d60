import { UsageError, unknown } from './usage.ts';

/** The options that a function of the library takes, and whether it can do without. */
export type OptionTable<T> = { readonly [Name in keyof T]-?: undefined extends T[Name] ? 'optional' : 'needed' };

/**
 * Checks what code that has no types gave: `what` is the function.
 *
 * @throws UsageError where an option has a name that there is not, or one that is needed is missing
 */
export function checkOptions<T extends object>(what: string, options: T, table: OptionTable<T>): void {
  const known = Object.keys(table);
  for (const name of Object.keys(isObject(options) ? options : {}))
    if (!known.includes(name)) throw unknown(`option of ${what}`, name, known);
  const missing = known.filter((name) => {
    const key = name as keyof T;
    return table[key] === 'needed' && (!isObject(options) || options[key] === undefined);
  });
  if (missing.length > 0) throw new UsageError(`${what} needs the options ${missing.join(', ')}`);
}

/** Whether options were given at all. */
export const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;
