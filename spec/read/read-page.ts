import { PageError } from './errors.ts';
import { languageOf } from './language.ts';
import { parsePage } from './markdown.ts';
import { needSection } from './need.ts';
import type { Page } from './page.ts';
import { readSections } from './sections.ts';
import type { PagePlace } from './vocabulary.ts';

const NEEDED = ['intro', 'uri', 'request', 'response', 'status'] as const satisfies readonly PagePlace[];

/**
 * The page, cut into the parts that the readers look at.
 *
 * @throws PageError when no section is that of an operation's page
 * @throws SectionError when one is missing
 * @throws TableError, UnsupportedError from its tables
 */
export function readPage(name: string, text: string): Page {
  const sections = readSections(parsePage(text), name);
  const page = { name, language: languageOf(sections.map(({ heading }) => heading)), sections };
  if (NEEDED.every((place) => sections.every((section) => section.place !== place))) {
    throw new PageError(
      { file: name, line: 1 },
      'this is no page of an operation',
      'give a page with URI, request and response',
    );
  }
  for (const place of NEEDED) needSection(page, place);
  return page;
}
