import { hasRouteLine } from './admit.ts';
import { NoOperationError } from './errors.ts';
import { languageOf } from './language.ts';
import { parsePage } from './markdown.ts';
import type { Page } from './page.ts';
import { needPart } from './part.ts';
import { parseRst } from './rst.ts';
import { readSections } from './sections.ts';
import { surfaceOf } from './surface.ts';
import type { PagePlace } from './vocabulary.ts';

const NEEDED = ['uri', 'response', 'status'] as const satisfies readonly PagePlace[];

/**
 * The page, cut into the parts for the readers.
 *
 * @throws NoOperationError if it has too little of an operation's page
 * @throws SectionError if a part is missing
 * @throws TableError from its tables
 */
export function readPage(name: string, text: string): Page {
  const tree = surfaceOf(name, text) === 'rst' ? parseRst(text, name) : parsePage(text);
  const sections = readSections(tree, name);
  const page = { name, language: languageOf(sections.map(({ heading }) => heading)), sections };
  const found = NEEDED.filter((place) => sections.some((section) => section.place === place));
  if (found.length === 0 || (found.length === 1 && !hasRouteLine(text))) {
    const headings = sections.map(({ heading }) => heading.trim()).filter((heading) => heading !== '');
    const shown = headings.slice(0, 4).map((heading) => `"${heading.slice(0, 40)}"`);
    const why =
      headings.length === 0
        ? 'it has no headings'
        : `its headings are ${shown.join(', ')}${headings.length > shown.length ? ' and so on' : ''}`;
    throw new NoOperationError(
      { file: name, line: 1 },
      `this is no page of an operation: ${why}`,
      'give a page with sections URI, Request, Response and Status Code, or what these are called in Chinese',
    );
  }
  for (const place of NEEDED) needPart(page, place);
  return page;
}
