import type { ClauseReference } from '../../verdicts/result.ts';
import { linkOf } from '../text.ts';
import { html, type Markup } from './markup.ts';

/** The place of a clause, as a link if the page's URL is known. */
export function linked(clause: ClauseReference, place: Markup): Markup {
  const link = linkOf(clause);
  return link === undefined ? place : html`<a href="${link}" rel="noreferrer">${place}</a>`;
}
