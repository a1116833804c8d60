import type { Row } from '../../verdicts/result.ts';
import { curl, observations } from '../finding.ts';
import { type Failure, marks } from '../rows.ts';
import { shown } from '../text.ts';
import { exchange } from './exchange.ts';
import { atMost, html, type Markup } from './markup.ts';
import type { Words } from './words.ts';

/** Messages beside a request and notes, at most; `report.json` has more of them. */
const most = { beside: 8, notes: 32 };

/** A block for each failure, open: what is wrong, the smallest case, what was exchanged, how to see it again. */
export function failureBlocks(failures: readonly Failure[], words: Words): Markup {
  if (failures.length === 0) return html``;
  return html`<section>
<h2>${words.failures.heading(failures.length)}</h2>
${failures.map((failure) => block(failure, words))}
</section>`;
}

function block({ row, found }: Failure, words: Words): Markup {
  const { failures: told, requirements } = words;
  const lines = (limit: number, texts: readonly string[]) =>
    list(
      atMost(
        limit,
        texts.map((text) => shown(text)),
        told.more,
      ),
    );
  const unseen = found.beside.length - most.beside;
  return html`<details class="failure ${row.level === 'MUST' ? 'must' : 'minor'}" open id="fail-${row.id}">
<summary><span class="mark ${row.level === 'MUST' ? 'fail' : 'inconclusive'}">${marks.fail}</span> <code>${row.id}</code> <span class="level">${words.level[row.level]}</span></summary>
<p class="complaint"><bdi lang="en">${shown(found.complaint)}</bdi></p>
<dl>
<dt>${told.expected}</dt><dd><bdi lang="en">${row.level} ${shown(row.statement)}</bdi></dd>
${found.diagnosis === undefined ? '' : html`<dt>${told.likely}</dt><dd><bdi lang="en">${shown(found.diagnosis)}</bdi></dd>`}
<dt>${told.page}</dt><dd>${list(row.clauses.map(requirements.place))}</dd>
<dt>${told.case}</dt><dd><bdi>${told.volume(found.case)}</bdi></dd>
<dt>${told.seen}</dt><dd lang="en">${lines(observations, found.observations)}</dd>
<dt>${told.found}</dt><dd>${foundAfter(row, words)}</dd>
<dt>${told.again}</dt><dd>${words.run.seed} <code>${found.seed}</code> · ${told.path} <code>${shown(found.path, 80)}</code></dd>
${row.notes.length === 0 ? '' : html`<dt>${told.notes}</dt><dd lang="en">${lines(most.notes, row.notes)}</dd>`}
</dl>
${found.beside.slice(0, most.beside).map((one) => exchange(one.request, one.response, `${told.beside}: `, words))}
${unseen > 0 ? html`<p>${told.beside}: ${told.more(unseen)}</p>` : ''}
${exchange(found.request, found.response, '', words)}
<h3>${told.curl}</h3>
<pre tabindex="0">${curl(found.curl)}</pre>
</details>
`;
}

const list = (texts: readonly string[]): Markup =>
  texts.length < 2
    ? html`<bdi>${texts[0] ?? '–'}</bdi>`
    : html`<ul>${texts.map((text) => html`<li><bdi>${text}</bdi></li>`)}</ul>`;

const foundAfter = ({ verdict }: Row, { failures }: Words): string =>
  verdict.kind === 'fail' ? failures.foundAfter(verdict.foundAfter, verdict.runs) : '';
