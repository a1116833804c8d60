import { evidenceOf, runsOf } from '../../verdicts/overall-verdict.ts';
import type { Row } from '../../verdicts/result.ts';
import { groups, marks } from '../rows.ts';
import { linked } from './linked.ts';
import { html, type Markup } from './markup.ts';
import { say, told } from './say.ts';
import { levels, verdicts } from './style.ts';
import type { Words } from './words.ts';

/** Every requirement, a table for each word before the point; two groups of radio buttons filter them, by style alone. */
export function requirementTables(rows: readonly Row[]): Markup {
  const tables = [...groups(rows)].map(
    ([name, group]) => html`<section class="group">
<h3>${name}</h3>
<table>
<thead><tr><th scope="col">${own((words) => words.verdict)}</th><th scope="col">${own((words) => words.requirement)}</th><th scope="col">${own((words) => words.level)}</th><th scope="col">${own((words) => words.page)}</th><th scope="col">${own((words) => words.evidence)}</th><th scope="col">${own((words) => words.runs)}</th></tr></thead>
<tbody>
${group.map(line)}</tbody>
</table>
</section>
`,
  );
  return html`<section id="requirements">
<h2>${own((words) => words.heading(rows.length))}</h2>
<div class="filters">
${filter(
  'verdict',
  own((words) => words.verdict),
  rows.length,
  verdicts.map((kind) => [
    kind,
    html`${marks[kind]} ${say((words) => words.verdict[kind])}`,
    rows.filter((row) => row.verdict.kind === kind).length,
  ]),
)}
${filter(
  'level',
  own((words) => words.level),
  rows.length,
  levels.map((level) => [level, say((words) => words.level[level]), rows.filter((row) => row.level === level).length]),
)}
</div>
<p class="empty muted">${own((words) => words.empty)}</p>
${tables}
</section>`;
}

/** `count`: the number of rows that it leaves. */
type Choice = readonly [value: string, text: Markup, count: number];

const own = (pick: (requirements: Words['requirements']) => string): Markup =>
  say(({ requirements }) => pick(requirements));

function filter(name: string, legend: Markup, all: number, choices: readonly Choice[]): Markup {
  const buttons = [['all', own((words) => words.all), all] as const, ...choices].map(([value, text, count], at) => {
    const id = `${name}-${value}`;
    // a count in the head is a label of the button as well: one name is enough
    const button = html`<input type="radio" name="${name}" id="${id}" aria-labelledby="${id}-name"`;
    return html`<span class="choice">${button}${at === 0 ? html` checked>` : html`>`}<label for="${id}" id="${id}-name">${text} <span class="count">${count}</span></label></span>
`;
  });
  return html`<fieldset><legend>${legend}</legend>
${buttons}</fieldset>`;
}

function line(row: Row): Markup {
  const { kind } = row.verdict;
  const evidence = evidenceOf(row);
  const none = own((words) => words.none);
  const id = html`<code>${row.id}</code>`;
  const notes = row.notes.map((note) => html`<span class="statement muted">${told(note)}</span>`);
  const clauses = row.clauses.map(
    (clause) =>
      html`<bdi>${linked(
        clause,
        own((words) => words.place(clause)),
      )}</bdi><br>`,
  );
  return html`<tr data-verdict="${kind}" data-level="${row.level}">
<td class="verdict ${kind}"><span class="mark">${marks[kind]}</span> ${say((words) => words.verdict[kind])}</td>
<td>${kind === 'fail' ? html`<a href="#fail-${row.id}">${id}</a>` : id} <span class="statement">${told(row.statement)}</span>${notes}</td>
<td class="level">${row.level}</td>
<td>${clauses.length === 0 ? none : clauses}</td>
<td>${evidence === null ? none : say((words) => words.evidence[evidence])}</td>
<td>${runsOf(row)}</td>
</tr>
`;
}
