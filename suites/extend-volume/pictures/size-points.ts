import type { MappedStep } from '../../../engine/acceptance-mapper.ts';
import { documented } from '../../../generators/bodies.ts';
import { bodyText } from '../../../generators/case.ts';
import type { Contract } from '../../../spec/contract.ts';
import { extensionOf } from '../../../spec/extension.ts';
import { bounds } from '../../../spec/parts.ts';
import type { SizePoint } from '../../../verdicts/acceptance-map.ts';

/** The place of a size: a landmark, and the distance from it. */
export type SizePlace = Pick<SizePoint, 'landmark' | 'offset'>;

/** Offsets up to this, in GB, are told apart. */
const near = 2;

/**
 * The number in a documented body, as it is spelled there; undefined for other bodies (white space does not matter) and
 * for exponents.
 */
export function numberAsked(
  { asked, case: { body } }: Pick<MappedStep, 'asked' | 'case'>,
  contract: Contract,
): string | undefined {
  if (asked === null || !/^-?\d+(\.\d+)?$/.test(asked)) return undefined;
  return body.replaceAll(/\s/g, '') === bodyText(documented(extensionOf(contract)), asked) ? asked : undefined;
}

/** The place of a size for a volume of `current` GB, measured from the nearer landmark. */
export function placeOf(size: string, current: number, contract: Contract): SizePlace {
  const { maximum } = bounds(contract);
  const fromCurrent = Number(size) - current;
  const fromMaximum = maximum === null ? undefined : Number(size) - maximum;
  if (fromMaximum === undefined) return { landmark: 'current', offset: offsetOf(size, current) };
  const isBetween = fromCurrent > near && fromMaximum <= -near - 1;
  const landmark = !isBetween && Math.abs(fromMaximum) < Math.abs(fromCurrent) ? 'maximum' : 'current';
  return { landmark, offset: offsetOf(size, (landmark === 'maximum' ? maximum : current) ?? current) };
}

function offsetOf(size: string, from: number): string {
  const [, tail] = size.split('.');
  const offset = Number(size) - from;
  const whole = Math.floor(offset);
  if (offset <= -near - 1) return `≤-${near + 1}`;
  if (whole > near) return tail === undefined ? `≥+${near + 1}` : `≥+${near + 1}.x`;
  if (tail === undefined) return signed(whole, 0);
  return signed(whole + fraction(offset - whole), 1);
}

/** Rounding shows from one half up, and a narrow float at nine tenths, which it rounds up. */
function fraction(of: number): number {
  if (of === 0) return 0;
  if (of < 0.5) return 0.1;
  return of < 0.9 ? 0.5 : 0.9;
}

function signed(offset: number, digits: number): string {
  const text = offset.toFixed(digits);
  return offset > 0 ? `+${text}` : text;
}

/** Puts places in the order of the axis. */
export function bySize(one: SizePlace, other: SizePlace): number {
  if (one.landmark !== other.landmark) return one.landmark < other.landmark ? -1 : 1;
  return rank(one.offset) - rank(other.offset) || one.offset.length - other.offset.length;
}

const rank = (offset: string): number => Number(offset.replace(/[≤≥]/, '').replace('x', '5'));
