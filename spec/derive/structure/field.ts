import type { ParameterRow } from '../../read/page.ts';
import type { PageType } from '../../read/types.ts';

/** The name that stands for any key of an open map, if a row describes its members in general. */
export const ANY_KEY = '*';

/** A field of a body, with the members of its object, or of each item if it is an array. */
export interface Field {
  readonly name: string;
  /** Null if the page lists only its members. */
  readonly row: ParameterRow | null;
  /** Null if the page gives no type, or an unknown one. */
  readonly type: PageType | null;
  /** Whether it is an array, by its type or by a sample; its members are those of each item then. */
  readonly isList: boolean;
  readonly members: readonly Field[];
}

/** A field with its JSON pointer from the root of the body; `*` stands for each item of an array. */
export interface PlacedField {
  readonly field: Field;
  readonly pointer: string;
}

/** The given fields with all fields below them, outermost first. */
export function placed(fields: readonly Field[], above = ''): readonly PlacedField[] {
  return fields.flatMap((field) => {
    const pointer = `${above}/${field.name}`;
    return [{ field, pointer }, ...placed(field.members, field.isList ? `${pointer}/*` : pointer)];
  });
}
