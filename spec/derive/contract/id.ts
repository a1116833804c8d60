import type { Route } from '../structure/route.ts';

/** The form of an id, which is also the name of a file. */
export const CONTRACT_ID = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/;

const VERSION = /^v\d+(?:\.\d+)?$/;

/**
 * The id of a contract: version, method, the path without the version, and the body's key if it tells operations apart,
 * e.g. `v3.post.volumes.action.os-extend`. Parameters within the path are left out; one at its end tells a member from
 * its list.
 */
export function contractId({ method, path }: Pick<Route, 'method' | 'path'>, action: string | null): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const version = segments.find((segment) => VERSION.test(segment));
  const last = segments.at(-1);
  const names = segments.filter(
    (segment) => segment !== version && (!segment.startsWith('{') || (segment === last && segments.length > 2)),
  );
  const alone = names.length === 0 ? [last === undefined ? 'root' : last] : names;
  return [...(version === undefined ? [] : [version]), method, ...alone, ...(action === null ? [] : [action])]
    .map(word)
    .join('.');
}

function word(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .replace(/[._-]{2,}/g, '-');
  return plain === '' ? 'x' : plain;
}
