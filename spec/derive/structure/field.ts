import type { ParameterRow } from '../../read/page.ts';
import type { PageType } from '../../read/types.ts';

/** Any key of an open map, where a row describes its members in general. */
export const ANY_KEY = '*';

/** A field of a body, with its members where it is an object, or each item's where it is an array. */
export interface Field {
  readonly name: string;
  /** Null where the page lists its members and not the field itself. */
  readonly row: ParameterRow | null;
  /** Null where the page gives none, or none that is known. */
  readonly type: PageType | null;
  /** Whether it is an array, by its type or as a sample shows it; its members are those of each item then. */
  readonly isList: boolean;
  readonly members: readonly Field[];
}

/** A field with its JSON pointer from the root of the body; `*` stands for each item of an array. */
export interface PlacedField {
  readonly field: Field;
  readonly pointer: string;
}

/** All fields below some, outermost first. */
export function placed(fields: readonly Field[], above = ''): readonly PlacedField[] {
  return fields.flatMap((field) => {
    const pointer = `${above}/${field.name}`;
    return [{ field, pointer }, ...placed(field.members, field.isList ? `${pointer}/*` : pointer)];
  });
}
