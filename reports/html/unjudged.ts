import type { Row } from '../../verdicts/result.ts';
import { marks, reasons } from '../rows.ts';
import { html, type Markup } from './markup.ts';
import { say, told } from './say.ts';
import { verdicts } from './style.ts';

/** The number of ids that stand in a cell without a fold. */
const few = 5;

const list = (ids: readonly string[]): Markup => html`${ids.map((id) => html`<code>${id}</code> `)}`;

/** Whether a row has no verdict although it should have one. */
export const isUndecided = ({ verdict: { kind } }: Row): boolean => kind === 'inconclusive' || kind === 'broken';

/**
 * The rows without a verdict, and the reasons: first those that broke, then inconclusive ones, then those that do not
 * apply.
 */
export function unjudgedTable(rows: readonly Row[]): Markup {
  const all = reasons(rows).toSorted((one, other) => verdicts.indexOf(one.kind) - verdicts.indexOf(other.kind));
  if (all.length === 0) return html``;
  const lines = all.map(
    ({ kind, reason, ids }) => html`<tr>
<td class="verdict ${kind}"><span class="mark">${marks[kind]}</span> ${say((words) => words.verdict[kind])}</td>
<td>${told(reason)}</td>
<td>${ids.length <= few ? list(ids) : html`<details><summary>${say((words) => words.unjudged.many(ids.length))}</summary>${list(ids)}</details>`}</td>
</tr>
`,
  );
  const count = all.reduce((sum, { ids }) => sum + ids.length, 0);
  return html`<section class="unjudged" id="unjudged">
<h2>${say((words) => words.unjudged.heading(count))}</h2>
<table>
<thead><tr><th scope="col">${say((words) => words.requirements.verdict)}</th><th scope="col">${say((words) => words.unjudged.reason)}</th><th scope="col">${say((words) => words.requirements.requirement)}</th></tr></thead>
<tbody>
${lines}</tbody>
</table>
</section>
`;
}
