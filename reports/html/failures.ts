import type { Row } from '../../verdicts/result.ts';
import { observations } from '../finding.ts';
import { type FailedRow, marks } from '../rows.ts';
import { shown } from '../text.ts';
import { exchange } from './exchange.ts';
import { atMost, html, type Markup } from './markup.ts';
import { answerOf, repeat, sentOf } from './repeat.ts';
import { type Pick, say } from './say.ts';
import type { Words } from './words.ts';

/** Messages beside a request and notes, at most; `report.json` has more of them. */
const most = { beside: 8, notes: 32 };

/** A block for each failure, open: what is wrong, the smallest case, what was exchanged, how to see it again. */
export function failureBlocks(failures: readonly FailedRow[]): Markup {
  if (failures.length === 0) return html``;
  return html`<section>
<h2>${say((words) => words.failures.heading(failures.length))}</h2>
${failures.map((failure) => block(failure))}
</section>`;
}

function block({ row, found }: FailedRow): Markup {
  const told = (pick: (failures: Words['failures']) => string): Markup => say(({ failures }) => pick(failures));
  const lines = (limit: number, texts: readonly string[]) =>
    list(
      atMost(
        limit,
        texts.map((text) => html`${shown(text)}`),
        more,
      ),
    );
  const unseen = found.beside.length - most.beside;
  return html`<details class="failure ${row.level === 'MUST' ? 'must' : 'minor'}" open id="fail-${row.id}">
<summary><span class="mark ${row.level === 'MUST' ? 'fail' : 'inconclusive'}">${marks.fail}</span> <code>${row.id}</code> <span class="level">${say((words) => words.level[row.level])}</span></summary>
<p class="complaint"><bdi lang="en">${shown(found.complaint)}</bdi></p>
<dl>
<dt>${told((words) => words.expected)}</dt><dd><bdi lang="en">${row.level} ${shown(row.statement)}</bdi></dd>
${found.diagnosis === undefined ? '' : html`<dt>${told((words) => words.likely)}</dt><dd><bdi lang="en">${shown(found.diagnosis)}</bdi></dd>`}
<dt>${told((words) => words.case)}</dt><dd><bdi>${told((words) => words.volume(found.case))}</bdi></dd>
<dt>${told((words) => words.sent)}</dt><dd>${sentOf(found)}</dd>
<dt>${told((words) => words.answered)}</dt><dd>${answerOf(found)}</dd>
<dt>${told((words) => words.seen)}</dt><dd lang="en">${lines(observations, found.observations)}</dd>
<dt>${told((words) => words.page)}</dt><dd>${list(row.clauses.map((clause) => say(({ requirements }) => requirements.place(clause))))}</dd>
<dt>${told((words) => words.found)}</dt><dd>${foundAfter(row)}</dd>
<dt>${told((words) => words.again)}</dt><dd><code>--seed ${found.seed} --only ${row.id}</code> · ${told((words) => words.path)} <code>${shown(found.path, 80)}</code></dd>
${row.notes.length === 0 ? '' : html`<dt>${told((words) => words.notes)}</dt><dd lang="en">${lines(most.notes, row.notes)}</dd>`}
</dl>
${repeat(found)}
${found.beside.slice(0, most.beside).map((one) => exchange(one.request, one.response, beside))}
${unseen > 0 ? html`<p>${say(beside)}: ${more(unseen)}</p>` : ''}
${exchange(found.request, found.response)}
</details>
`;
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
