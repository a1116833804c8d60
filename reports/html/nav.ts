import type { Result } from '../../verdicts/result.ts';
import { failures, reasons } from '../rows.ts';
import { html, type Markup } from './markup.ts';
import { type Pick, say } from './say.ts';
import { isUndecided } from './unjudged.ts';

type Link = readonly [id: string, is: boolean, title: Pick];

/** Links to the sections that the page has, in their order. */
export function navigation({ rows, survey }: Result): Markup {
  const failed = failures(rows).length;
  const unjudged = reasons(rows).reduce((sum, { ids }) => sum + ids.length, 0);
  const open: Link = ['unjudged', unjudged > 0, (words) => words.unjudged.heading(unjudged)];
  const isOpen = rows.some(isUndecided);
  const sections: readonly Link[] = [
    ['failures', failed > 0, (words) => words.failures.heading(failed)],
    ...(isOpen ? [open] : []),
    ['survey', survey.sizes.length + survey.states.length > 0, (words) => words.acceptanceMap.heading],
    ['requirements', true, (words) => words.requirements.heading(rows.length)],
    ...(isOpen ? [] : [open]),
    ['run', true, (words) => words.run.heading],
    ['ledger', true, (words) => words.ledger.heading],
  ];
  const links = sections.flatMap(([id, is, title]) => (is ? [html`<li><a href="#${id}">${say(title)}</a></li>`] : []));
  return html`<nav><ul>${links}</ul></nav>`;
}
