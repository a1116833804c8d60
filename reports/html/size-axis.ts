import { isAstray, isDoubtful, isOff, type SizePoint } from '../../verdicts/acceptance-map.ts';
import type { Sign } from './acceptance-map-words.ts';
import { html, type Markup } from './markup.ts';
import { draw } from './say.ts';

/** Measures of the drawing, in its own units: a slot for each offset, a lane for each outcome. */
const slot = 38;
const lane = 46;
const margin = 66;
const top = 6;

/** The most sizes in a row: as many as are legible on a phone. */
const widest = 9;

const outcomes = ['accepted', 'refused'] as const;

/**
 * The sizes around one landmark as a drawing: a slot for each offset, with acceptances above and refusals below. The
 * expected lane has a frame; a failure is a cross, which is visible without colour. Many sizes continue on further
 * lines. `label` and `about` are ids of elements that describe the drawing.
 */
export function sizeAxis(points: readonly SizePoint[], label: string, about: string): Markup {
  const length = Math.ceil(points.length / Math.ceil(points.length / widest));
  const parts = points.flatMap((_, at) => (at % length === 0 ? [points.slice(at, at + length)] : []));
  return html`<div class="drawing" role="img" aria-labelledby="${label}" aria-describedby="${about}">
${parts.map(drawing)}</div>`;
}

function drawing(points: readonly SizePoint[]): Markup {
  const width = margin + points.length * slot + 4;
  const height = top + 2 * lane + 26;
  return html`<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<g class="lanes">${draw((words) => words.acceptanceMap.accepted, 0, top + lane / 2 + 4)}${draw((words) => words.acceptanceMap.refused, 0, top + lane * 1.5 + 4)}</g>
<path class="axis" d="M${margin} ${top + lane}H${width}"/>
${points.map((point, index) => column(point, margin + index * slot + slot / 2))}${points.map((point, index) => tick(point, index, points))}</svg>
`;
}

/** The label below a column; one for all of the same offset, which differ in what was expected. */
function tick({ offset }: SizePoint, index: number, points: readonly SizePoint[]): Markup {
  if (points[index - 1]?.offset === offset) return html``;
  const count = points.filter((one) => one.offset === offset).length;
  const [x, y] = [margin + (index + count / 2) * slot, top + 2 * lane];
  const kind = offset.includes('.') ? 'fraction' : 'whole';
  const span =
    count === 1 ? '' : html`<path class="axis" d="M${x - (count * slot) / 2 + 4} ${y + 4}h${count * slot - 8}"/>`;
  return html`${span}<text class="${kind}" x="${x}" y="${y + 16}">${offset}</text>
`;
}

function column(point: SizePoint, x: number): Markup {
  return html`<g>${outcomes.map((outcome, at) => cell(point, outcome, x, top + at * lane + lane / 2))}</g>
`;
}

function cell(point: SizePoint, outcome: (typeof outcomes)[number], x: number, y: number): Markup {
  const count = point[outcome];
  const { expected } = point;
  const right = expected === 'open' || (expected === 'accept') === (outcome === 'accepted');
  const frame = right
    ? html`<rect class="${expected === 'open' ? 'either' : 'expected'}" x="${x - 17}" y="${y - 20}" width="34" height="40" rx="4"/>`
    : html``;
  if (count === 0) return frame;
  // an expected answer that went wrong afterwards fails in its own place
  const kind = signOf(point, !right || !isOff(point));
  return html`${frame}${mark(kind, x, y - 7)}<text class="count ${kind}" x="${x}" y="${y + 15}">${count}</text>`;
}

function signOf(point: SizePoint, isHere: boolean): Sign {
  if (isHere && isAstray(point)) return 'astray';
  if (isHere && isDoubtful(point)) return 'doubtful';
  return point.expected === 'open' ? 'open' : 'met';
}

/**
 * The signs: a disc, a ring, a cross for a failure, and a triangle for an unexpected answer by which no requirement
 * fails.
 */
export function mark(kind: Sign, x: number, y: number): Markup {
  if (kind === 'doubtful') return html`<path class="sign doubtful" d="M${x} ${y - 6}l7 12h-14z"/>`;
  if (kind === 'astray') return html`<path class="sign astray" d="M${x - 7} ${y - 7}l14 14m0 -14l-14 14"/>`;
  return html`<circle class="sign ${kind}" cx="${x}" cy="${y}" r="${kind === 'met' ? 6 : 5}"/>`;
}
