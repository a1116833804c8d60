import { createHash } from 'node:crypto';

/** So many hexadecimal digits of a sha256 stand at the end of each line. */
const digits = 32;
const ending = new RegExp(`^(.*),"link":"([0-9a-f]{${digits}})"}$`, 's');

/** Links each line to those before it, so that every later change, removal or insertion shows at its place. */
export interface Chain {
  /** The line with its link, as it is written; `json` is an object's. */
  readonly link: (json: string) => string;
  /** The line's JSON and whether its link is right; the chain goes on from the link that stands there. */
  readonly check: (line: string) => { readonly json: string; readonly isRight: boolean };
}

export function openChain(): Chain {
  let last = '';
  const linkOf = (json: string): string =>
    createHash('sha256').update(last).update(json).digest('hex').slice(0, digits);
  return {
    link(json) {
      last = linkOf(json);
      return `${json.slice(0, -1)},"link":"${last}"}`;
    },
    check(line) {
      const [, start, link] = ending.exec(line) ?? [];
      const json = start === undefined ? line : `${start}}`;
      const isRight = linkOf(json) === link;
      last = link ?? last;
      return { json, isRight };
    },
  };
}
