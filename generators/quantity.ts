/**
 * A size before the volume is known: a distance from the current size, from the maximum or from zero. Plain data, so
 * that it shrinks, prints and replays; `render` spells it once the volume has been read.
 */
export interface Quantity {
  readonly base: 'zero' | 'current' | 'maximum' | 'ceiling';
  /** GB added to the base. */
  readonly plus: number;
  /** 2 to this power is added as well; 0 for none. Such sizes wrap in a narrow integer. */
  readonly wrap: number;
  /** The text after the integer: nothing, a point and digits, or an exponent. */
  readonly tail: string;
  readonly form: Form;
}

/**
 * `e-n`: the tail's digits without the point, 10.9 as 109e-1. `exact`: the tail alone is the spelling (1e400 has no integer to
 * add to). `grouped`, `wide`: as text that lenient readers take for a number, 12_0 and １２０ for 120.
 */
export type Form = 'plain' | 'e' | 'E+' | '.0E+' | 'e-1' | 'e-n' | 'exact' | 'grouped' | 'wide';

/** The sizes from which a quantity is measured; all in GB. */
export interface Scale {
  readonly current: number;
  /** null if the page names none. */
  readonly maximum: number | null;
  /** The largest size that is sent for an acceptance. */
  readonly ceiling: number;
}

/** A quantity; parts that are left out have their usual values. */
export function quantity(base: Quantity['base'], plus = 0, parts: Partial<Quantity> = {}): Quantity {
  return { base, plus, wrap: 0, tail: '', form: 'plain', ...parts };
}

/** A number that is sent exactly as it is spelled here. */
export function spelled(tail: string): Quantity {
  return quantity('zero', 0, { form: 'exact', tail });
}

/** The integer that the most lenient reader makes of a spelled size; NaN if even that reader sees no number. */
export function meaningOf(spelled: string): number {
  return Math.trunc(Number(spelled.normalize('NFKC').replaceAll('_', '')));
}

/** Spells a quantity as JSON text. */
export function render(size: Quantity, scale: Scale): string {
  if (size.form === 'exact') return size.tail;
  const integer = integerOf(size, scale);
  if (size.form === 'plain') return `${integer}${size.tail}`;
  if (size.form === 'grouped') return `${integer}`.replace(/(?<=\d)(?=\d$)/, '_');
  if (size.form === 'wide') return `${integer}`.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  if (size.form === 'e-n') return `${integer}${size.tail.slice(1)}e-${size.tail.length - 1}`;
  return exponent(integer, size.form);
}

function integerOf(size: Quantity, scale: Scale): bigint {
  const bases = { zero: 0, current: scale.current, maximum: scale.maximum ?? scale.ceiling, ceiling: scale.ceiling };
  const wrapped = size.wrap === 0 ? 0n : 2n ** BigInt(size.wrap);
  return BigInt(Math.trunc(bases[size.base])) + BigInt(size.plus) + wrapped;
}

/** 200 as 2e2, 2E+2, 2.0E+2 or 2000e-1: the same number in every reader of JSON. */
function exponent(integer: bigint, form: 'e' | 'E+' | '.0E+' | 'e-1'): string {
  if (form === 'e-1') return `${integer * 10n}e-1`;
  const digits = integer.toString().replace('-', '');
  const sign = integer < 0n ? '-' : '';
  const rest = digits.slice(1).replace(/0+$/, '');
  const mark = form === '.0E+' && rest === '' ? '.0E+' : form.replace('.0', '');
  return `${sign}${digits[0]}${rest === '' ? '' : `.${rest}`}${mark}${digits.length - 1}`;
}
