/** Dot segments, which `URL` would resolve and the HTTP client sends as they are. */
const dots = /\/((?:\.|%2e){1,2})(?=\/|$)/gi;
const stand = 'evs-conformance-dots-';

/** Host and request target of a URL as the HTTP client sends them: signatures cover these. */
export function lineOf(url: string): { readonly host: string; readonly target: string } {
  const [, origin = '', path = '', rest = ''] = /^([a-z]+:\/\/[^/?#]*)([^?#]*)(.*)$/is.exec(url) ?? [];
  const segments: string[] = [];
  const safe = path.replace(dots, (_, segment: string) => `/${stand}${segments.push(segment)}-`);
  const { host, pathname, search } = new URL(`${origin}${safe}${rest}`);
  const target = segments.reduce((line, segment, at) => line.replace(`${stand}${at + 1}-`, segment), pathname + search);
  return { host, target };
}
