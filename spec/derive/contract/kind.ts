import type { AnswerPlaces, DocumentedOperation, OperationKind, QueryRoles } from '../../contract.ts';
import type { Field } from '../structure/field.ts';
import type { OperationPage } from '../structure/operation.ts';

/** The kind of an operation, and its resource. */
export type OperationNature = Pick<DocumentedOperation, 'action' | 'kind' | 'project' | 'resource'>;

const VERSION = /^v\d+(?:\.\d+)?$/;
const PROJECT = /^(?:project|tenant)(?:_?id)?$/i;
const OF_PROJECT =
  /^(?:项目|租户)\s*ID|^(?:the )?(?:project|tenant) ID\b|\bID of the (?:caller's )?(?:project|tenant)\b/i;
/** Collections in which a caller can create a member: lists of other things are catalogues. */
const CREATABLE = /^(?:volume|snapshot|transfer|backup|server|image)$|group$|pair$/;
/** Sub-collections of a member to which a POST adds. */
const ADDED_TO = /^(?:metadata|tags)$/;

/** Finds the kind by method, path and answer. It does not guess: an operation of no known kind is `other`. */
export function natureOf(page: OperationPage): OperationNature {
  const { path } = page.route;
  const segments = path.split('/').filter((segment) => segment !== '' && !VERSION.test(segment));
  const project = projectOf(page);
  const resource = resourceOf(segments, project);
  return { action: actionOf(page, segments), kind: kindOf(page, segments, resource, project), project, resource };
}

/** The parameter of the path for the project: by its name, else by its row. */
function projectOf({ parameters }: OperationPage): string | null {
  const named = parameters.path.find(({ name }) => PROJECT.test(name));
  const called = parameters.path.find(({ row }) => row?.sentences.some(({ text }) => OF_PROJECT.test(text)));
  return (named ?? called)?.name ?? null;
}

function kindOf(
  page: OperationPage,
  segments: readonly string[],
  resource: string,
  project: string | null,
): OperationKind {
  const { method } = page.route;
  const last = segments.at(-1) ?? '';
  const inMember = segments.slice(0, -1).some((segment) => segment.startsWith('{') && segment !== `{${project}}`);
  if (method === 'DELETE') return 'delete';
  if (method === 'PUT' || method === 'PATCH') return 'update';
  if (method === 'GET') return itemsOf(page) !== undefined && CREATABLE.test(resource) ? 'list' : 'read';
  if (method !== 'POST') return 'other';
  if (inMember) return ADDED_TO.test(last) ? 'merge' : 'action';
  const made =
    jobOf(page) !== undefined || page.answers.success.fields.some((field) => hasId(field) || field.name === 'id');
  return made && last !== 'action' && !last.startsWith('{') ? 'create' : 'other';
}

/** The action: the only object that is required, as in `{"os-extend": …}`, or the only value of a mandatory field. */
function actionOf({ body }: OperationPage, segments: readonly string[]): string | null {
  if (segments.at(-1) !== 'action' || body === null) return null;
  const mandatory = body.fields.filter(({ row }) => row?.mandatory !== false);
  const [object, ...others] = mandatory.filter(({ type }) => type?.kind === 'object');
  if (object !== undefined && others.length === 0) return object.name;
  const shown = body.samples.map(({ value }) => value.action).find((value) => typeof value === 'string');
  return mandatory.some(({ name }) => name === 'action') && shown !== undefined ? shown : null;
}

/** The collection at the end of the path, or the collection of the member that is acted upon, in the singular. */
function resourceOf(segments: readonly string[], project: string | null): string {
  const own = segments.filter((segment) => segment !== `{${project}}`);
  const collections = own.filter((segment, index) => !segment.startsWith('{') && !isVerb(segment, own, index));
  const name = collections.at(-1) ?? own.at(-1)?.replace(/[{}]/g, '') ?? 'version';
  return singular(name);
}

/** `detail`, and the last segment below a member: `action`, `rollback`, `accept`. */
function isVerb(segment: string, segments: readonly string[], index: number): boolean {
  if (segment === 'detail') return true;
  const below = segments[index - 1]?.startsWith('{') === true;
  return index === segments.length - 1 && index > 0 && (segment === 'action' || (below && !/s$|data$/.test(segment)));
}

function singular(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/^(?:os-)?(?:vendor-)?(?:cloud)?/, '')
    .replace(/^volume-(?=transfer)/, '')
    .replace(/[^a-z0-9-]+/g, '-');
  return plain.replace(/ies$/, 'y').replace(/(?<!s)s$/, '') || name;
}

function itemsOf({ answers }: OperationPage): Field | undefined {
  return answers.success.fields.find(({ isList, members }) => isList && members.some(({ name }) => name === 'id'));
}

function hasId({ isList, members }: Field): boolean {
  return !isList && members.some(({ name }) => name === 'id');
}

/** The field with the id of the operation's job: by its name, or by its row. */
export function jobOf({ answers }: OperationPage): Field | undefined {
  const plain = answers.success.fields.filter(({ members, type }) => members.length === 0 && type?.kind === 'string');
  return (
    plain.find(({ name }) => /^(?:job|task)_?id$/i.test(name)) ??
    plain.find(({ row }) => row?.sentences.some(({ text }) => JOB.test(text)))
  );
}

const JOB = /(?:任务|job)\s*ID|\bID of (?:the|a) (?:job|task)\b/i;

/** The places of a successful answer's parts. `id` is a pointer into each item of a list, else into the body. */
export function placesOf(page: OperationPage, { kind, resource }: OperationNature): AnswerPlaces {
  const { fields } = page.answers.success;
  const items = kind === 'list' ? itemsOf(page) : undefined;
  const single = fields.find(hasId);
  const flat = fields.some(({ name, members }) => name === 'id' && members.length === 0) ? '/id' : null;
  const id = items !== undefined ? '/id' : single !== undefined ? `/${single.name}/id` : flat;
  const named = resource === 'job' ? undefined : jobOf(page);
  const job = named === undefined ? null : `/${named.name}`;
  const created = kind !== 'create' ? null : (id ?? (job === null ? null : { job: `/entities/${resource}_id` }));
  const next = fields.find(({ name }) => items !== undefined && name === `${items.name}_links`);
  return {
    items: items === undefined ? null : `/${items.name}`,
    id,
    created,
    job,
    next: next === undefined ? null : `/${next.name}`,
  };
}

/** The roles of the query's parameters. */
export function rolesOf(page: OperationPage, { items }: AnswerPlaces): QueryRoles {
  const names = page.parameters.query.map(({ name }) => name);
  const one = (name: string): string | undefined => names.find((each) => each === name);
  const item = items === null ? undefined : itemsOf(page);
  const plain =
    item?.members.filter(({ isList, type }) => !isList && type?.kind !== 'object').map(({ name }) => name) ?? [];
  const filters = names.filter((name) => plain.includes(name)).map((name) => [name, `/${name}`] as const);
  const roles = {
    limit: one('limit'),
    offset: one('offset'),
    marker: one('marker'),
    sortKey: one('sort_key'),
    sortDir: one('sort_dir'),
    filters: filters.length === 0 ? undefined : Object.fromEntries(filters),
  };
  return Object.fromEntries(Object.entries(roles).filter(([, value]) => value !== undefined)) as QueryRoles;
}

/**
 * The resource that a parameter of the path names: `volume` for `volume_id`; undefined for a key, a version, a project.
 */
export function namedResource(parameter: string): string | undefined {
  return /^([a-z][a-z_]*?)_?id$/i.exec(parameter)?.[1]?.toLowerCase();
}
