import type { Row } from '../../verdicts/result.ts';
import { groups, marks } from '../rows.ts';
import { evidenceOf, runsOf } from '../standing.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { levels, verdicts } from './style.ts';
import type { Words } from './words.ts';

/** Every requirement, a table for each word before the point; two groups of radio buttons filter them, by style alone. */
export function requirementTables(rows: readonly Row[], words: Words): Markup {
  const { requirements: told } = words;
  const tables = [...groups(rows)].map(
    ([name, group]) => html`<section class="group">
<h3>${name}</h3>
<table>
<thead><tr><th scope="col">${told.verdict}</th><th scope="col">${told.requirement}</th><th scope="col">${told.level}</th><th scope="col">${told.page}</th><th scope="col">${told.evidence}</th><th scope="col">${told.runs}</th></tr></thead>
<tbody>
${group.map((row) => line(row, words))}</tbody>
</table>
</section>
`,
  );
  return html`<section>
<h2>${told.heading(rows.length)}</h2>
<div class="filters">
${filter(
  'verdict',
  told.verdict,
  told.all,
  verdicts.map((kind) => [kind, `${marks[kind]} ${words.verdict[kind]}`]),
)}
${filter(
  'level',
  told.level,
  told.all,
  levels.map((level) => [level, words.level[level]]),
)}
</div>
<p class="empty muted">${told.empty}</p>
${tables}
</section>`;
}

type Choice = readonly [value: string, text: string];

function filter(name: string, legend: string, all: string, choices: readonly Choice[]): Markup {
  const [first, ...rest] = [['all', all] as const, ...choices].map(([value, text]) => ({
    id: `${name}-${value}`,
    text,
  }));
  return html`<fieldset><legend>${legend}</legend>
<input type="radio" name="${name}" id="${first?.id ?? ''}" checked><label for="${first?.id ?? ''}">${first?.text ?? ''}</label>
${rest.map(
  ({ id, text }) => html`<input type="radio" name="${name}" id="${id}"><label for="${id}">${text}</label>
`,
)}</fieldset>`;
}

function line(row: Row, words: Words): Markup {
  const { kind } = row.verdict;
  const evidence = evidenceOf(row);
  const { none, place } = words.requirements;
  const id = html`<code>${row.id}</code>`;
  const notes = row.notes.map((note) => html`<span class="statement muted" lang="en"><bdi>${shown(note)}</bdi></span>`);
  const clauses = row.clauses.map((clause) => html`<bdi>${place(clause)}</bdi><br>`);
  return html`<tr data-verdict="${kind}" data-level="${row.level}">
<td class="verdict ${kind}"><span class="mark">${marks[kind]}</span> ${words.verdict[kind]}</td>
<td>${kind === 'fail' ? html`<a href="#fail-${row.id}">${id}</a>` : id} <span class="statement" lang="en"><bdi>${shown(row.statement)}</bdi></span>${notes}</td>
<td class="level">${row.level}</td>
<td>${clauses.length === 0 ? none : clauses}</td>
<td>${evidence === null ? none : words.evidence[evidence]}</td>
<td>${runsOf(row)}</td>
</tr>
`;
}
