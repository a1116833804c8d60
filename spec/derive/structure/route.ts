import { ContradictionError, SectionError, UnsupportedError } from '../../read/errors.ts';
import type { Page, Sentence, Spot } from '../../read/page.ts';
import { needPart } from '../../read/part.ts';

/** Method and path of the operation, and the query in the page's path. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Names in the path, in its order. */
  readonly placeholders: readonly string[];
  /** Names in the query string, with their values. */
  readonly query: ReadonlyMap<string, string>;
  readonly at: Spot;
}

const ROUTE = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) +(?:https?:\/\/[^/\s]+)?(\/.*)$/;
const PATH = /^(?:\/|(?:\/(?:[A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9_-]*\}))+\/?)$/;
/** The longest path of an operation, in characters. */
const MAX_PATH = 500;

/**
 * Method and path of the page.
 *
 * @throws SectionError, ContradictionError, UnsupportedError
 */
export function readRoute(page: Page): Route {
  const { section, sentences } = needPart(page, 'uri');
  const routes = sentences.filter(({ row }) => row === null).flatMap((sentence) => routeOf(sentence, page));
  const [first, ...others] = routes;
  if (first === undefined) {
    const remedy = 'write it as in: POST /v2/{project_id}/…';
    throw new SectionError({ file: page.name, line: section.line }, 'the method and path are missing', remedy);
  }
  const other = others.find(({ method, path }) => method !== first.method || path !== first.path);
  if (other !== undefined) {
    const problem = `a second operation, ${other.method} ${other.path.slice(0, 80)}, besides the one on line ${first.at.line}`;
    throw new ContradictionError({ file: page.name, line: other.at.line }, problem, 'give the page of one operation');
  }
  const twice = first.placeholders.find((name, index, all) => all.indexOf(name) !== index);
  if (twice !== undefined) {
    const at = { file: page.name, line: first.at.line };
    throw new ContradictionError(at, `the path has {${twice}} twice`, 'name each parameter once');
  }
  return first;
}

function routeOf({ text, heading, line, anchor }: Sentence, page: Page): readonly Route[] {
  const [, method, rest = ''] = ROUTE.exec(text) ?? [];
  if (method === undefined || rest.length > MAX_PATH) return [];
  const [written = '', search = ''] = rest.split('?', 2);
  // a blank inside a path is an editor's slip
  const path = written.replace(/\s+/g, '');
  if (!PATH.test(path)) {
    const remedy = 'write segments of letters, digits, . _ ~ - or {name}';
    throw new UnsupportedError({ file: page.name, line }, `"${path.slice(0, 80)}" is not a path template`, remedy);
  }
  return [
    {
      method,
      path,
      placeholders: [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name),
      query: new Map(queryOf(search)),
      at: { heading, line, anchor, text },
    },
  ];
}

function queryOf(search: string): readonly (readonly [string, string])[] {
  return search.split('&').flatMap((pair) => {
    const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_.:-]*)(?:=(.*))?$/.exec(pair.trim()) ?? [];
    return name === undefined ? [] : [[name, value.trim()] as const];
  });
}
