/**
 * The base of a URL whose path ends with the beginning of the operation's path: without that part. Undefined if it
 * does not. `http://h/v2/p1` and `/v2/{project_id}/things` make `http://h`.
 */
export function withoutTwice(url: string, path: string): string | undefined {
  const { origin, pathname } = new URL(url);
  const [base, own] = [segmentsOf(pathname), segmentsOf(path)];
  for (let length = Math.min(base.length, own.length); length > 0; length -= 1) {
    const [rest, end] = [base.slice(0, -length), base.slice(-length)];
    // a parameter is like anything: one word at least has to be the same
    const fits = end.every((segment, at) => isParameter(own[at] ?? '') || segment === own[at]);
    if (fits && own.slice(0, length).some((segment) => !isParameter(segment))) return [origin, ...rest].join('/');
  }
  return undefined;
}

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '');
const isParameter = (segment: string): boolean => /^\{\w+\}$/.test(segment);
