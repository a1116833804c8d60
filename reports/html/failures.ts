import type { Row } from '../../verdicts/result.ts';
import type { FailingSince } from '../../verdicts/trend.ts';
import type { ReportedResponse } from '../../verdicts/verdict.ts';
import { alike } from '../alike.ts';
import { observations } from '../finding.ts';
import { type FailedRow, marks } from '../rows.ts';
import { shown } from '../text.ts';
import { exchange } from './exchange.ts';
import { linked } from './linked.ts';
import { atMost, html, type Markup } from './markup.ts';
import { repeat } from './repeat.ts';
import { type Pick, say, told } from './say.ts';
import type { Words } from './words.ts';

/** The most other requests and notes that are shown; `report.json` has more of them. */
const most = { beside: 8, notes: 32 };

/** The longest body of an answer above failures, in characters. */
const glance = 120;

/**
 * A block for each failure, the first one open: the complaint, the exchange, the way to reproduce it. Those with the
 * same answer stand together. The folded element has the id, because a browser unfolds the target of a link.
 */
export function failureBlocks(failures: readonly FailedRow[], since?: FailingSince): Markup {
  if (failures.length === 0) return html``;
  return html`<section id="failures">
<h2>${say((words) => words.failures.heading(failures.length))}</h2>
${alike(failures).map((group, at) => together(group, at === 0, since))}
</section>`;
}

function together(group: readonly [FailedRow, ...FailedRow[]], isFirst: boolean, since?: FailingSince): Markup {
  const blocks = group.map((failure, at) => block(failure, isFirst && at === 0, since));
  if (blocks.length === 1) return html`${blocks}`;
  const { response } = group[0].found;
  return html`<div class="alike">
<p>${say(({ failures: words }) => words.alike(blocks.length, response !== null))}${response === null ? '' : answered(response)}</p>
${blocks}</div>
`;
}

const answered = ({ status, body }: ReportedResponse): Markup => html` <code>${status} ${shown(body, glance)}</code>`;

function block({ row, found }: FailedRow, isOpen: boolean, since: FailingSince | undefined): Markup {
  const term = (pick: (failures: Words['failures']) => string): Markup =>
    html`<dt>${say(({ failures }) => pick(failures))}</dt>`;
  const lines = (limit: number, texts: readonly string[]) =>
    list(
      atMost(
        limit,
        texts.map((text) => told(text)),
        more,
      ),
    );
  const unseen = found.beside.length - most.beside;
  const trend = since?.get(row.id);
  return html`<details class="failure ${row.level === 'MUST' ? 'must' : 'minor'}"${isOpen ? html` open` : html``}>
<summary><span class="mark ${row.level === 'MUST' ? 'fail' : 'inconclusive'}">${marks.fail}</span> <code>${row.id}</code> <span class="level">${say((words) => words.level[row.level])}</span>${trend === undefined ? '' : html` <span class="muted trend">${say(({ failures }) => failures.trend(trend))}</span>`} <span class="complaint">${told(found.complaint)}</span></summary>
<dl id="fail-${row.id}">
${term((words) => words.expected)}<dd>${row.level} ${told(row.statement)}</dd>
${found.diagnosis === undefined ? '' : html`${term((words) => words.likely)}<dd>${told(found.diagnosis)}</dd>`}
${term((words) => words.page)}<dd>${list(row.clauses.map(clauseOf))}</dd>
${term((words) => words.case)}<dd><bdi>${say(({ failures }) => failures.volume(found.case))}</bdi></dd>
${term((words) => words.seen)}<dd>${lines(observations, found.observations)}</dd>
${term((words) => words.found)}<dd>${foundAfter(row)}</dd>
${row.notes.length === 0 ? '' : html`${term((words) => words.notes)}<dd>${lines(most.notes, row.notes)}</dd>`}
</dl>
${found.beside.slice(0, most.beside).map((one) => exchange(one.request, one.response, beside))}
${unseen > 0 ? html`<p>${say(beside)}: ${more(unseen)}</p>` : ''}
${exchange(found.request, found.response)}
${repeat(row, found)}
</details>
`;
}

/** The place of the clause, and the page's own words if they may be quoted. */
function clauseOf(clause: Row['clauses'][number]): Markup {
  const place = linked(
    clause,
    say(({ requirements }) => requirements.place(clause)),
  );
  return clause.quote === undefined ? place : html`<q>${shown(clause.quote)}</q> (${place})`;
}

const beside: Pick = ({ failures }) => failures.beside;

const more = (count: number): Markup => say(({ failures }) => failures.more(count));

const list = (texts: readonly Markup[]): Markup =>
  texts.length < 2
    ? html`<bdi>${texts[0] ?? '–'}</bdi>`
    : html`<ul>${texts.map((text) => html`<li><bdi>${text}</bdi></li>`)}</ul>`;

function foundAfter({ verdict }: Row): Markup {
  if (verdict.kind !== 'fail') return html``;
  return say(({ failures }) => failures.foundAfter(verdict.foundAfter, verdict.runs));
}
