import { spotOfSection } from '../../read/need.ts';
import type { Page, ParameterRow, Section, Sentence, Spot } from '../../read/page.ts';
import { CONSTRAINT_WORDS } from '../../read/vocabulary.ts';
import type { FactValues } from '../facts.ts';
import type { PageFinding } from '../finding.ts';
import type { Phrase } from '../phrase.ts';
import { PHRASES } from '../phrases/index.ts';

/** A sentence that looks like a constraint and that no phrase reads. */
export interface NotUnderstood {
  readonly heading: string;
  readonly line: number;
  readonly text: string;
}

/** What the prose of a page says, and what of it looks like a constraint and was not understood. */
export interface Prose {
  readonly findings: readonly PageFinding[];
  readonly unparsed: readonly NotUnderstood[];
  /** Each row as the place of a fact, its description included. */
  readonly rows: ReadonlyMap<ParameterRow, Spot>;
}

interface Hit {
  readonly phrase: Phrase;
  readonly value: PageFinding['value'];
}

/** Reads every sentence of the page by the phrase book. */
export function readProse(page: Page): Prose {
  const sentences = page.sections.flatMap((section) => section.sentences.map((sentence) => ({ section, sentence })));
  const hits = new Map<Sentence, Hit>();
  for (const { sentence } of sentences) {
    const hit = match(sentence, hits, page);
    if (hit !== undefined) hits.set(sentence, hit);
  }
  const rows = spotsOfRows(page, hits);
  const findings: PageFinding[] = [];
  const unparsed: NotUnderstood[] = [];
  for (const { section, sentence } of sentences) {
    const hit = hits.get(sentence);
    if (hit !== undefined) findings.push(findingOf(hit, sentence, section, rows));
    else if (CONSTRAINT_WORDS.test(sentence.text)) {
      unparsed.push({ heading: section.heading, line: sentence.line, text: sentence.text });
    }
  }
  return { findings, unparsed, rows };
}

function match(sentence: Sentence, hits: ReadonlyMap<Sentence, Hit>, page: Page): Hit | undefined {
  for (const phrase of PHRASES as readonly Phrase[]) {
    if (!phrase.where.includes(sentence.place) || (phrase.cites === 'row' && sentence.row === null)) continue;
    const words = phrase.patterns[page.language].exec(sentence.text);
    const value = words === null ? undefined : phrase.read(words, { status: statusAbove(sentence, hits) });
    if (value !== undefined) return { phrase, value };
  }
  return undefined;
}

function statusAbove({ parent }: Sentence, hits: ReadonlyMap<Sentence, Hit>): string | null {
  const above = parent === null ? undefined : hits.get(parent);
  if (above?.phrase.fact !== 'state.available' && above?.phrase.fact !== 'state.in-use') return null;
  const { status, constraints } = above.value as Partial<FactValues['state.available' | 'state.in-use']>;
  return constraints === 'listed' ? (status ?? null) : null;
}

function findingOf(hit: Hit, sentence: Sentence, section: Section, rows: ReadonlyMap<ParameterRow, Spot>): PageFinding {
  const { phrase, value } = hit;
  const at = spotOf(phrase, sentence, section, rows);
  const { row } = sentence;
  const whole = phrase.cites === 'row' && row !== null ? { ...parameterOf(row), ...(value as object) } : value;
  // The phrase book's types pair each fact with its value; a union of phrases cannot carry that pairing through.
  return { fact: phrase.fact, value: whole, at } as PageFinding;
}

function spotOf(phrase: Phrase, sentence: Sentence, section: Section, rows: ReadonlyMap<ParameterRow, Spot>): Spot {
  if (phrase.cites === 'section') return spotOfSection(section);
  const row = phrase.cites === 'row' && sentence.row !== null ? rows.get(sentence.row) : undefined;
  const { heading, line, noteLine, anchor, text } = sentence;
  return row ?? { heading, line: noteLine ?? line, anchor, text };
}

/** Rule P1: name, type and obligation come from the table. Path parameters are text, whatever their table says. */
export function parameterOf({ place, name, type, mandatory }: ParameterRow): object {
  return {
    name,
    ...(type === null || place === 'uri' ? {} : { type }),
    ...(mandatory === null ? {} : { mandatory }),
  };
}

function spotsOfRows(page: Page, hits: ReadonlyMap<Sentence, Hit>): ReadonlyMap<ParameterRow, Spot> {
  const texts = new Map<ParameterRow, string[]>();
  for (const { tables } of page.sections) for (const row of tables.flat()) texts.set(row, [row.text]);
  for (const { sentences } of page.sections) {
    for (const sentence of sentences) {
      const elsewhere = (hits.get(sentence)?.phrase.cites ?? 'row') !== 'row';
      if (sentence.row !== null && !elsewhere) texts.get(sentence.row)?.push(sentence.text);
    }
  }
  const spots = new Map<ParameterRow, Spot>();
  for (const [row, text] of texts) {
    const { heading, line, anchor } = row;
    spots.set(row, { heading, line, anchor, text: text.join(' | ') });
  }
  return spots;
}
