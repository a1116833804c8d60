import type { Contract, DocumentedOperation, OperationKind } from '../contract.ts';
import type { Parts } from './groups.ts';
import { capital, nounOf, oneOf, pluralOf } from './nouns.ts';

const VERBS = {
  create: 'Create',
  read: 'Get',
  list: 'List',
  update: 'Update',
  merge: 'Merge',
  delete: 'Delete',
} as const satisfies Partial<Record<OperationKind, string>>;

/**
 * The title of an operation for readers who look for it, made of facts alone: `List volumes in detail (v2)`, `Extend a
 * volume (v2, cloudvolumes)`. Several operations of one path are `Actions on a volume (v2)`; the names of their bodies
 * distinguish them.
 *
 * @param all - the contracts of the document: the first name of the path is added if it differs among those of one tag
 */
export function titleOf([first, ...others]: Parts, all: readonly Contract[]): string {
  const { operation } = first;
  const phrase = others.length === 0 ? phraseOf(operation) : `Actions on ${objectOf(operation)}`;
  const collections = new Set(all.filter((one) => tagOf(one) === tagOf(first)).map(collectionOf));
  const route = [versionOf(operation), collections.size > 1 ? collectionOf(first) : undefined].filter(Boolean);
  return route.length === 0 ? phrase : `${phrase} (${route.join(', ')})`;
}

/** The heading above an operation: `Volumes`, `Volume metadata`. */
export function tagOf({ operation }: Contract): string {
  const owner = ownerOf(operation);
  return capital(pluralOf(owner === undefined ? operation.resource : `${owner}-${operation.resource}`));
}

function phraseOf(operation: DocumentedOperation): string {
  const { kind, resource } = operation;
  const last = literals(operation).at(-1);
  if (kind === 'action' || kind === 'other') return actionPhrase(operation);
  if (kind === 'list') return `List ${pluralOf(resource)}${last === 'detail' ? ' in detail' : ''}`;
  const key = /\{([^}]*)\}$/.exec(operation.path)?.[1];
  const byKey = key !== undefined && isKey(operation, key) ? ` by ${key}` : '';
  // a path below one resource with another last name leads to a part of it
  const aspect = key === undefined && last !== undefined && isOwn(operation) ? ` (${last})` : '';
  return `${VERBS[kind]} ${objectOf(operation)}${byKey}${aspect}`;
}

/** `Extend a volume`, `Update readonly flag of a volume`; a key that names the resource itself suffices. */
function actionPhrase(operation: DocumentedOperation): string {
  const key = operation.action ?? /\/([^{}/]+)$/.exec(operation.path)?.[1];
  if (key === undefined) return `Act on ${objectOf(operation)}`;
  const words = key.replace(/^os-/, '').replace(/[-_]+/g, ' ');
  if (words.includes(nounOf(operation.resource))) return capital(words);
  return `${capital(words)} ${words.includes(' ') ? 'of ' : ''}${objectOf(operation)}`;
}

/** `a volume`, `the tags of a volume`. */
function objectOf(operation: DocumentedOperation): string {
  const { kind, path, resource } = operation;
  const last = /\/([^{}/]+)$/.exec(path.replace(/\/action$/, ''))?.[1];
  const isWhole = kind !== 'create' && !isOwn(operation) && !path.replace(/\/action$/, '').endsWith('}');
  const isMany = last?.replaceAll('_', ' ') === pluralOf(resource);
  const object = isWhole ? `the ${isMany ? pluralOf(resource) : nounOf(resource)}` : oneOf(resource);
  const owner = ownerOf(operation);
  return owner === undefined ? object : `${object} of ${oneOf(owner)}`;
}

/** The owner of a resource: the last thing that the path names, unless that is the resource itself. */
function ownerOf(operation: DocumentedOperation): string | undefined {
  const source = Object.entries(operation.parameters)
    .filter(([name]) => name !== operation.project)
    .findLast(([, schema]) => schema['x-source'] !== undefined)?.[1]['x-source'];
  return source === undefined || isItself(operation, String(source)) ? undefined : String(source);
}

/** Whether a source is the resource itself: `types` belong to `volume-type`. */
function isItself({ resource }: DocumentedOperation, source: string): boolean {
  return source === resource || source.endsWith(`-${resource}`);
}

/** Whether a path's last parameter is no id of a resource, e.g. the key of a pair. */
function isKey({ parameters, resource }: DocumentedOperation, name: string): boolean {
  return parameters[name]?.['x-source'] === undefined && !name.startsWith(resource.replaceAll('-', '_'));
}

/** Whether a path continues below the id of the resource itself. */
function isOwn(operation: DocumentedOperation): boolean {
  const [, name = ''] = /\{([^}]*)\}\/[^{}/]+$/.exec(operation.path) ?? [];
  return isItself(operation, String(operation.parameters[name]?.['x-source']));
}

/** The first name of the path; undefined if it is the usual one. */
function collectionOf({ operation }: Contract): string | undefined {
  const [first] = literals(operation);
  const plain = [operation.resource, ownerOf(operation)].flatMap((name) =>
    name === undefined ? [] : [pluralOf(name).replaceAll(' ', '-')],
  );
  return first !== undefined && plain.includes(first) ? undefined : first;
}

/** `v2`, from the beginning of the path; undefined if it has no version. */
export function versionOf({ path }: DocumentedOperation): string | undefined {
  return /^\/(v\d+(?:\.\d+)?)(?:\/|$)/.exec(path)?.[1];
}

/** The names of a path, without version and parameters. */
function literals({ path }: DocumentedOperation): readonly string[] {
  return path.split('/').filter((segment) => /^[^{]/.test(segment) && !/^v\d/.test(segment));
}
