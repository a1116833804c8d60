import type { FieldContext } from './field.ts';

/** A value of prose as JSON of the field's type; undefined if it is none. */
export function jsonOf(text: string, { type, unit }: Pick<FieldContext, 'type' | 'unit'>): unknown {
  const plain = text.trim().replace(/^["“”'‘’`]|["“”'‘’`]$/gu, '');
  switch (type) {
    case 'integer':
    case 'number':
      return numberIn(plain, unit, type === 'integer');
    case 'boolean':
      return /^true$/i.test(plain) ? true : /^false$/i.test(plain) ? false : undefined;
    case 'string':
    case null:
      return plain === '' || plain.length > 64 || /^(?:null|none)$/i.test(plain) ? undefined : plain;
    default:
      return undefined;
  }
}

function numberIn(text: string, unit: string | null, isWhole: boolean): number | undefined {
  const found = /^(?<n>-?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3})+)(?<part>\.\d{1,9})?)\s*(?<unit>[KMGTP]i?B)?$/i.exec(
    text,
  );
  if (found?.groups === undefined || (isWhole && found.groups.part !== undefined)) return undefined;
  const own = found.groups.unit?.toLowerCase();
  if (own !== undefined && own !== (unit ?? 'gb')) return undefined;
  return Number((found.groups.n ?? '').replaceAll(',', ''));
}
