import { type AcceptanceMap, type Counts, isAstray, isDoubtful } from '../../verdicts/acceptance-map.ts';
import { marks } from '../rows.ts';
import { type StateLine, stateLines } from '../states.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { say } from './say.ts';

/**
 * The states of volumes and of their servers, with the answers to valid sizes; a column for unshared volumes and one
 * for shared ones.
 */
export function stateGrid(acceptanceMap: AcceptanceMap): Markup {
  const { statesLeftOut } = acceptanceMap;
  const heads = ['status', 'servers', 'unshared', 'shared'] as const;
  return html`<table class="states">
<caption>${say((words) => words.acceptanceMap.states)}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${say((words) => words.acceptanceMap[head])}</th>`)}</tr></thead>
<tbody>
${stateLines(acceptanceMap).map(line)}</tbody>
</table>
${statesLeftOut === 0 ? '' : html`<p class="muted">${say((words) => words.acceptanceMap.leftOut(statesLeftOut))}</p>`}`;
}

const line = ({ statuses, servers, unshared, shared }: StateLine): Markup => html`<tr>
<th scope="row">${codes(statuses)}</th>
<td>${label('servers')}${servers.length === 0 ? say((words) => words.acceptanceMap.noServer) : codes(servers.map((set) => set.join(' + ')))}</td>
<td>${label('unshared')}${cell(unshared)}</td>
<td>${label('shared')}${cell(shared)}</td>
</tr>
`;

/** The column's name, which the style shows if the table is too narrow for heads. */
const label = (head: 'servers' | 'unshared' | 'shared'): Markup =>
  html`<span class="label muted">${say((words) => words.acceptanceMap[head])}: </span>`;

function codes(names: readonly string[]): readonly Markup[] {
  return names.map((name, at) => html`${at === 0 ? '' : ', '}<code>${shown(name, 200)}</code>`);
}

function cell(counts: Counts | undefined): Markup {
  if (counts === undefined) return html`<span class="muted">${say((words) => words.acceptanceMap.notAsked)}</span>`;
  const { expected } = counts;
  const told = say((words) => words.acceptanceMap.counts(counts));
  if (isAstray(counts)) {
    return html`<strong class="fail"><span class="mark">${marks.fail}</span> ${told} ${say((words) => words.acceptanceMap.instead(counts))}</strong>`;
  }
  if (isDoubtful(counts)) {
    return html`<span class="mark">${marks.inconclusive}</span> ${told} <span class="muted">${say((words) => words.acceptanceMap.instead(counts))}</span>`;
  }
  if (expected === 'open') {
    return html`<span class="mark">○</span> ${told} <span class="muted">${say((words) => words.acceptanceMap.instead(counts))}</span>`;
  }
  return html`<span class="mark pass">${marks.pass}</span> ${told}`;
}
