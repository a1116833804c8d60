import { ContradictionError, SectionError } from './errors.ts';
import type { Page, ParameterRow, Section, Spot } from './page.ts';
import { HEADINGS, type PagePlace } from './vocabulary.ts';

type NamedPlace = Exclude<PagePlace, 'title' | 'other'>;

/** @throws SectionError when the page has no such section */
export function needSection(page: Page, place: NamedPlace): Section {
  const section = page.sections.find((each) => each.place === place);
  if (section !== undefined) return section;
  const heads = HEADINGS[place].slice(0, 4).join(', ');
  throw new SectionError({ file: page.name, line: 1 }, `the section "${place}" is missing`, `head it one of: ${heads}`);
}

/**
 * The rows of the section's one table, each of a name of its own.
 *
 * @throws SectionError, ContradictionError
 */
export function needTable(page: Page, place: NamedPlace): readonly ParameterRow[] {
  const section = needSection(page, place);
  const [rows] = section.tables;
  if (rows === undefined || section.tables.length !== 1) {
    const problem = `the section "${section.heading}" has ${section.tables.length} tables`;
    throw new SectionError({ file: page.name, line: section.line }, problem, 'list its parameters in one table');
  }
  const seen = new Map<string, ParameterRow>();
  for (const row of rows) {
    const before = seen.get(row.name);
    if (before !== undefined) {
      const problem = `${row.name} is there twice, also on line ${before.line}`;
      throw new ContradictionError({ file: page.name, line: row.line }, problem, 'give each parameter one row');
    }
    seen.set(row.name, row);
  }
  return rows;
}

/** A section as the place of a fact: its heading says what its text means. */
export function spotOfSection({ heading, line, anchor, text, sentences }: Section): Spot {
  return { heading, line, anchor, text: [text, ...sentences.map((sentence) => sentence.text)].join(' ') };
}
