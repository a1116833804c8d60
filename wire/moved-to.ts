import type { Exchange } from './exchange.ts';
import { cutTo } from './held.ts';

/** Where a server says that a request has to go instead. */
export interface MovedTo {
  /** Its Location, as an absolute URL. */
  readonly location: string;
  /** The target's URL by which the very same request goes there; undefined where it leads to something else. */
  readonly target: string | undefined;
}

/** A longer Location is cut where it is told, in characters. */
const longest = 300;

/** What a redirection says; undefined where the answer is none, or names no URL. */
export function movedTo({ request, url, reply }: Exchange): MovedTo | undefined {
  if (reply.kind === 'none' || reply.status < 300 || reply.status > 399) return undefined;
  const { location } = reply.headers;
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const { href } = new URL(location, url);
  const isSame = request.path !== '' && href.endsWith(request.path) && href !== url;
  return { location: cutTo(href, longest), target: isSame ? href.slice(0, -request.path.length) : undefined };
}
