import type { BlockReader } from './block.ts';
import { parseInline } from './inline.ts';
import { isBlank, isIndented } from './lines.ts';
import { element } from './nodes.ts';

/** A line of one punctuation character, repeated. */
const RULE = /^([!-/:-@[-`{-~])\1*$/;

/** The least length of an underline that is shorter than its heading; otherwise it is text. */
const MIN_RULE = 4;
const MAX_LEVEL = 6;

/**
 * A heading, by its underline, with or without an overline: `h1` to `h6` in the order of their first use on the page. A
 * rule that stands alone is a transition, and is dropped.
 */
export const readHeading: BlockReader = (lines, start, { top, headings }) => {
  if (!top) return undefined;
  const first = lines[start]?.text ?? '';
  const over = RULE.test(first);
  if (over && first.length >= MIN_RULE && isBlank(lines[start + 1])) return { elements: [], next: start + 1 };
  const at = over ? start + 1 : start;
  const title = lines[at];
  const under = lines[at + 1]?.text ?? '';
  if (title === undefined || isBlank(title) || !RULE.test(under) || (over ? under !== first : isIndented(title))) {
    return undefined;
  }
  const text = title.text.trim();
  if (under.length < Math.min(MIN_RULE, text.length)) return undefined;
  const style = `${under.charAt(0)}${over ? ' over' : ''}`;
  if (!headings.includes(style)) headings.push(style);
  const level = Math.min(headings.indexOf(style) + 1, MAX_LEVEL);
  return { elements: [element(`h${level}`, title.number, parseInline(text, title.number))], next: at + 2 };
};
