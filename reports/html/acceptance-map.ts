import {
  type AcceptanceMap,
  type Coverage,
  isAstray,
  isDoubtful,
  type SizePoint,
} from '../../verdicts/acceptance-map.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { say } from './say.ts';
import { mark, sizeAxis } from './size-axis.ts';
import { stateGrid } from './state-grid.ts';

const landmarks = ['current', 'maximum'] as const;
const signs = ['met', 'open', 'astray', 'doubtful'] as const;

/**
 * The target's acceptances and refusals: sizes as drawings and as a table, states as a grid; nothing if no request was
 * counted.
 */
export function acceptanceMapSection(acceptanceMap: AcceptanceMap): Markup {
  const { sizes, states, interactions } = acceptanceMap;
  if (sizes.length === 0 && states.length === 0) return html``;
  return html`<section class="survey" id="survey">
<h2>${say((words) => words.acceptanceMap.heading)}</h2>
<p class="muted">${say((words) => words.acceptanceMap.about)}</p>
${sizes.length === 0 ? '' : sizesOf(sizes)}
${states.length === 0 ? '' : stateGrid(acceptanceMap)}
${interactions === undefined ? '' : html`<p>${say((words) => words.acceptanceMap.coverage(legible(interactions)))}</p>`}
</section>`;
}

/** The names in it may be a page's words. */
const legible = ({ missing, ...shares }: Coverage): Coverage => ({
  ...shares,
  missing: missing.map((one) => shown(one, 100)),
});

function sizesOf(sizes: readonly SizePoint[]): Markup {
  const figures = landmarks.map((landmark) => {
    const points = sizes.filter((point) => point.landmark === landmark);
    return points.length === 0 ? html`` : figure(landmark, points);
  });
  const drawn = signs.filter((sign) => sign !== 'doubtful' || sizes.some(isDoubtful));
  return html`<ul class="key">
${drawn.map(
  (
    sign,
  ) => html`<li><svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20">${mark(sign, 10, 10)}</svg> ${say((words) => words.acceptanceMap.signs[sign])}</li>
`,
)}<li><svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20"><rect class="expected" x="2" y="2" width="16" height="16" rx="3"/></svg> ${say((words) => words.acceptanceMap.frame)}</li>
</ul>
${figures}
<details><summary>${say((words) => words.acceptanceMap.table)}</summary>
${table(sizes)}
</details>`;
}

function figure(landmark: SizePoint['landmark'], points: readonly SizePoint[]): Markup {
  const [label, about] = [`sizes-${landmark}`, `sizes-${landmark}-about`];
  const off = points.filter(isAstray);
  return html`<figure>
<figcaption><span id="${label}">${say((words) => words.acceptanceMap.axis[landmark])}</span>
<span id="${about}" class="${off.length > 0 ? 'fail' : 'muted'}">${say((words) => words.acceptanceMap.summary(points))}</span></figcaption>
${sizeAxis(points, label, about)}
</figure>`;
}

function table(sizes: readonly SizePoint[]): Markup {
  const lines = sizes.map((point) => {
    const off = isAstray(point);
    const { landmark, offset, expected, accepted, refused } = point;
    const sign = off ? 'astray' : isDoubtful(point) ? 'doubtful' : undefined;
    return html`<tr${off ? html` class="fail"` : ''}><th scope="row">${say((words) => words.acceptanceMap.landmark[landmark])} ${offset}</th><td>${say((words) => words.acceptanceMap.expected[expected])}</td><td>${accepted}</td><td>${refused}${sign === undefined ? '' : html` ${say((words) => words.acceptanceMap.signs[sign])}`}</td></tr>
`;
  });
  return html`<table class="sizes">
<thead><tr><th scope="col">${say((words) => words.acceptanceMap.size)}</th><th scope="col">${say((words) => words.acceptanceMap.column)}</th><th scope="col">${say((words) => words.acceptanceMap.accepted)}</th><th scope="col">${say((words) => words.acceptanceMap.refused)}</th></tr></thead>
<tbody>
${lines}</tbody>
</table>`;
}
