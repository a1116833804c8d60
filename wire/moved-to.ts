import type { Exchange } from './exchange.ts';
import { cutTo } from './held.ts';

/** The place to which a server redirects a request. */
export interface MovedTo {
  /** Its Location, as an absolute URL. */
  readonly location: string;
  /** The target URL with which the very same request goes there; undefined if it leads to something else. */
  readonly target: string | undefined;
}

/** The longest Location that is shown whole, in characters. */
const longest = 300;

/** The destination of a redirection; undefined if the answer is none, or names no URL. */
export function movedTo({ request, url, reply }: Exchange): MovedTo | undefined {
  if (reply.kind === 'none' || reply.status < 300 || reply.status > 399) return undefined;
  const { location } = reply.headers;
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const { href } = new URL(location, url);
  const isSame = request.path !== '' && href.endsWith(request.path) && href !== url;
  return { location: cutTo(href, longest), target: isSame ? href.slice(0, -request.path.length) : undefined };
}
