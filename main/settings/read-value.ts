import type { Option } from './options.ts';
import { quoted, UsageError } from './usage.ts';

/** Reads one value; `name` is what the message calls it, a flag or a variable. */
export function readValue(option: Option, name: string, text: string): string | number | readonly string[] {
  if (text.trim() === '') throw new UsageError(`${name} is empty: give it a value or remove it`);
  if (option.kind === 'integer') return readInteger(option, name, text);
  if (option.kind === 'list') return readList(name, text);
  return text;
}

function readInteger({ least = 0, most = Number.MAX_SAFE_INTEGER }: Option, name: string, text: string): number {
  const value = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new UsageError(`${name} has to be a whole number, not ${quoted(text)}`);
  if (value < least || value > most)
    throw new UsageError(`${name} has to be from ${least} to ${most}, not ${quoted(text)}`);
  return value;
}

function readList(name: string, text: string): readonly string[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.includes('')) throw new UsageError(`${name} has an empty item: ${quoted(text)}`);
  return items;
}
