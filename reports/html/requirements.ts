import { evidenceOf, runsOf } from '../../verdicts/overall-verdict.ts';
import type { Row } from '../../verdicts/result.ts';
import { groups, marks } from '../rows.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { say } from './say.ts';
import { levels, verdicts } from './style.ts';
import type { Words } from './words.ts';

/** Every requirement, a table for each word before the point; two groups of radio buttons filter them, by style alone. */
export function requirementTables(rows: readonly Row[]): Markup {
  const tables = [...groups(rows)].map(
    ([name, group]) => html`<section class="group">
<h3>${name}</h3>
<table>
<thead><tr><th scope="col">${told((words) => words.verdict)}</th><th scope="col">${told((words) => words.requirement)}</th><th scope="col">${told((words) => words.level)}</th><th scope="col">${told((words) => words.page)}</th><th scope="col">${told((words) => words.evidence)}</th><th scope="col">${told((words) => words.runs)}</th></tr></thead>
<tbody>
${group.map(line)}</tbody>
</table>
</section>
`,
  );
  return html`<section>
<h2>${told((words) => words.heading(rows.length))}</h2>
<div class="filters">
${filter(
  'verdict',
  told((words) => words.verdict),
  verdicts.map((kind) => [kind, html`${marks[kind]} ${say((words) => words.verdict[kind])}`]),
)}
${filter(
  'level',
  told((words) => words.level),
  levels.map((level) => [level, say((words) => words.level[level])]),
)}
</div>
<p class="empty muted">${told((words) => words.empty)}</p>
${tables}
</section>`;
}

type Choice = readonly [value: string, text: Markup];

const told = (pick: (requirements: Words['requirements']) => string): Markup =>
  say(({ requirements }) => pick(requirements));

function filter(name: string, legend: Markup, choices: readonly Choice[]): Markup {
  const [first, ...rest] = [['all', told((words) => words.all)] as const, ...choices].map(([value, text]) => ({
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

function line(row: Row): Markup {
  const { kind } = row.verdict;
  const evidence = evidenceOf(row);
  const none = told((words) => words.none);
  const id = html`<code>${row.id}</code>`;
  const notes = row.notes.map((note) => html`<span class="statement muted" lang="en"><bdi>${shown(note)}</bdi></span>`);
  const clauses = row.clauses.map((clause) => html`<bdi>${told((words) => words.place(clause))}</bdi><br>`);
  return html`<tr data-verdict="${kind}" data-level="${row.level}">
<td class="verdict ${kind}"><span class="mark">${marks[kind]}</span> ${say((words) => words.verdict[kind])}</td>
<td>${kind === 'fail' ? html`<a href="#fail-${row.id}">${id}</a>` : id} <span class="statement" lang="en"><bdi>${shown(row.statement)}</bdi></span>${notes}</td>
<td class="level">${row.level}</td>
<td>${clauses.length === 0 ? none : clauses}</td>
<td>${evidence === null ? none : say((words) => words.evidence[evidence])}</td>
<td>${runsOf(row)}</td>
</tr>
`;
}
