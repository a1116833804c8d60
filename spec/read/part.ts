import { SectionError } from './errors.ts';
import { languageOf } from './language.ts';
import type { Code, Page, ParameterTable, Section, Sentence, Spot } from './page.ts';
import { HEADINGS, type PagePlace } from './vocabulary.ts';

type NamedPlace = Exclude<PagePlace, 'title' | 'other'>;

/** All sections of one kind on a page, as one: some pages give the samples a heading of their own. */
export interface PagePart {
  /** The first of them. */
  readonly section: Section;
  readonly sentences: readonly Sentence[];
  readonly tables: readonly ParameterTable[];
  readonly codes: readonly Code[];
}

/** @throws SectionError if the page has no such section */
export function needPart(page: Page, place: NamedPlace): PagePart {
  const part = findPart(page, place);
  if (part !== undefined) return part;
  const known: readonly string[] = HEADINGS[place];
  const heads = known
    .filter((head) => languageOf([head]) === page.language)
    .slice(0, 4)
    .join(', ');
  throw new SectionError({ file: page.name, line: 1 }, `the section "${place}" is missing`, `head it one of: ${heads}`);
}

/** The same; undefined if the page has none. */
export function findPart(page: Page, place: NamedPlace): PagePart | undefined {
  const sections = page.sections.filter((each) => each.place === place);
  const [section] = sections;
  if (section === undefined) return undefined;
  return {
    section,
    sentences: sections.flatMap(({ sentences }) => sentences),
    tables: sections.flatMap(({ tables }) => tables),
    codes: sections.flatMap(({ codes }) => codes),
  };
}

/** A section as the place of a fact: its heading gives its text a meaning. */
export function spotOfSection({ heading, line, anchor, text, sentences }: Section): Spot {
  return { heading, line, anchor, text: [text, ...sentences.map((sentence) => sentence.text)].join(' ') };
}
