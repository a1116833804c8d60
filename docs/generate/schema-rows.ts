import { code, prose } from './markdown.ts';

/** As much of a JSON Schema as the project's own ones use. */
export interface DocumentedSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, DocumentedSchema | true>>;
  readonly items?: DocumentedSchema;
  readonly anyOf?: readonly DocumentedSchema[];
  readonly additionalProperties?: DocumentedSchema | boolean;
  readonly $defs?: Readonly<Record<string, DocumentedSchema>>;
}

/** A member of a document, told in words. */
export interface MemberRow {
  /** From the top of the document: `auth.kind`, `requirements[].id`. */
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** Every member below `schema`, in the order of the file. `root`: has the `$defs` that it refers to. */
export function memberRows(schema: DocumentedSchema, root: DocumentedSchema, path = ''): readonly MemberRow[] {
  const { required = [], properties = {} } = resolved(schema, root);
  return Object.entries(properties).flatMap(([name, given]) => {
    if (given === true || name === '$schema') return [];
    const member = resolved(given, root);
    const at = path === '' ? name : `${path}.${name}`;
    const row = {
      path: at,
      type: withDefault(typeOf(member, root), member),
      isRequired: required.includes(name),
      description: prose(member.description ?? ''),
    };
    return [row, ...below(member, root, at)];
  });
}

/** Those of an object, of the items of a list, or of whichever of several shapes has some. */
function below(member: DocumentedSchema, root: DocumentedSchema, path: string): readonly MemberRow[] {
  const { items, anyOf = [] } = member;
  if (items !== undefined) return memberRows(items, root, `${path}[]`);
  return [member, ...anyOf].flatMap((one) => memberRows(one, root, path));
}

function typeOf(member: DocumentedSchema, root: DocumentedSchema): string {
  const { type, anyOf, items, minimum, maximum } = member;
  if (member.const !== undefined) return code(JSON.stringify(member.const));
  if (member.enum !== undefined) return member.enum.map((one) => code(String(one))).join(', ');
  if (anyOf !== undefined) return [...new Set(anyOf.map((one) => typeOf(resolved(one, root), root)))].join(' or ');
  if (items !== undefined) return `list of ${typeOf(resolved(items, root), root)}`;
  const words = [type ?? 'any'].flat().join(' or ');
  if (minimum === undefined) return words;
  return maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER
    ? `${words}, ${minimum} or more`
    : `${words}, ${minimum} to ${maximum}`;
}

const withDefault = (type: string, { default: usual }: DocumentedSchema): string =>
  usual === undefined ? type : `${type}; default ${code(JSON.stringify(usual))}`;

/** The definition that a reference within the file names; what stands beside the reference goes before it. */
function resolved(schema: DocumentedSchema, root: DocumentedSchema): DocumentedSchema {
  const { $ref, ...own } = schema;
  const [, name] = /^#\/\$defs\/(.+)$/.exec($ref ?? '') ?? [];
  if (name === undefined) return schema;
  const found = root.$defs?.[name];
  if (found === undefined) throw new TypeError(`the schema has no definition ${name}`);
  return { ...resolved(found, root), ...own };
}
