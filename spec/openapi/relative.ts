import type { JsonSchema } from '../contract.ts';

/** A bound that is another value of the case instead of a number, e.g. greater than the present size. */
export interface RelativeBound {
  /** JSON pointer into `{path, query, body}`; `*` stands for every item. */
  readonly pointer: string;
  readonly keyword: string;
  /** JSON pointer into the case: `/fixtures/volume/size` is the volume's size. */
  readonly than: string;
}

/** The relative bounds of a case schema. `$data` is ajv's own, and other tools refuse a schema with it. */
export function relativeBounds(schema: JsonSchema, pointer = ''): readonly RelativeBound[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const than = dataPointer(value);
    if (than !== undefined) return [{ pointer, keyword, than }];
    switch (keyword) {
      case 'properties':
        return Object.entries(value as Readonly<Record<string, JsonSchema>>).flatMap(([name, one]) =>
          relativeBounds(one, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
        );
      case 'items':
        return relativeBounds(value as JsonSchema, `${pointer}/*`);
      case 'allOf':
        return (value as readonly JsonSchema[]).flatMap((one) => relativeBounds(one, pointer));
      default:
        return [];
    }
  });
}

/** The place of a bound's value; undefined for a bound that is a number. */
export function dataPointer(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('$data' in value)) return undefined;
  return String(value.$data);
}
