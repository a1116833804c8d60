import { parseArgs } from 'node:util';
import type { Option, Options, Values } from '../main/settings/options.ts';
import { readValue } from '../main/settings/read-value.ts';
import { quoted, UsageError, unknown } from '../main/settings/usage.ts';

export interface ParsedArgs<T extends Options> {
  readonly values: Values<T>;
  readonly positionals: readonly string[];
}

/**
 * Reads the flags of one command. No message repeats a value that the flag does not take: after a mistyped `--tokne`
 * stands a secret.
 */
export function parse<T extends Options>(options: T, argv: readonly string[]): ParsedArgs<T> {
  const table: Options = options;
  const names = Object.keys(table);
  const values: Record<string, unknown> = {};
  const positionals: string[] = [];
  for (const token of tokensOf(table, argv)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = names.includes(token.name) ? table[token.name] : undefined;
    if (option === undefined) throw unknownFlag(table, token.name, token.rawName);
    const value = valueFor(option, token.rawName, token.value, token.inlineValue === true);
    const before = values[token.name];
    values[token.name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  // the loop has just read every value in the way of its option's kind, which no type can follow
  return { values: values as Values<T>, positionals };
}

function unknownFlag(table: Options, name: string, typed: string): UsageError {
  const same = Object.entries(table).find(([, { elsewhere }]) => elsewhere?.includes(name));
  if (same !== undefined) {
    const [own, { placeholder, what }] = same;
    const flag = placeholder === undefined ? `--${own}` : `--${own} ${placeholder}`;
    return new UsageError(`unknown flag ${quoted(typed)}: here it is ${flag} (${what.split(/;| \(/, 1)[0]})`);
  }
  if ('target' in table && ['insecure', 'k'].includes(name))
    return new UsageError(
      `unknown flag ${quoted(typed)}: certificates are always checked; name the authority of yours as tls.ca in the config file`,
    );
  return unknown('flag', typed, [...Object.keys(table).map((one) => `--${one}`), '--version']);
}

function tokensOf(table: Options, argv: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { kind, short }]) => {
      const type = kind === 'switch' ? ('boolean' as const) : ('string' as const);
      return [name, short === undefined ? { type } : { type, short }];
    }),
  );
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function valueFor(option: Option, name: string, text: string | undefined, inline: boolean) {
  if (option.kind === 'switch') {
    if (text !== undefined) throw new UsageError(`${name} takes no value`);
    return true;
  }
  if (text === undefined) throw new UsageError(`${name} needs a value: ${name} ${option.placeholder ?? 'VALUE'}`);
  if (!inline && /^-./.test(text) && !/^-\d/.test(text)) {
    throw new UsageError(`${name} needs a value, and a flag follows; write a value that begins with - as ${name}=-…`);
  }
  return readValue(option, name, text);
}

/** Refuses words for which a command has no use. */
export function noPositionals(command: string, { positionals }: ParsedArgs<Options>): void {
  if (positionals.length > 0) {
    throw new UsageError(`${command} takes flags only, and ${positionals.length} other word(s) were given`);
  }
}
