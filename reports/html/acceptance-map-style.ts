/** The style of the drawings of sizes and of the grid of states; a cross and a dashed frame are seen without colour. */
export const acceptanceMapStyle = `.survey figure { margin: 1rem 0; }
.survey figcaption, caption { text-align: left; margin: 0 0 .25rem; font-weight: 600; }
.survey figcaption > span + span { font-weight: 400; }
.drawing { display: flex; flex-wrap: wrap; gap: .75rem 1rem; }
.survey figure svg { max-width: 100%; height: auto; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: .5rem 0; }
.key svg { vertical-align: -.3em; }
svg { font-size: 12px; fill: var(--text); }
svg .lanes { font-size: 13px; }
svg g g, svg text.count, svg text.whole, svg text.fraction { text-anchor: middle; }
svg .fraction { fill: var(--muted); font-size: 11px; }
svg .whole { font-weight: 700; }
svg .axis { stroke: var(--border); fill: none; }
svg .expected { fill: var(--raised); stroke: var(--border); }
svg .either { fill: none; stroke: var(--border); stroke-dasharray: 3 3; }
svg .met { fill: var(--pass); }
svg .sign.open { fill: none; stroke: var(--text); stroke-width: 2; }
svg .sign.astray { fill: none; stroke: var(--fail); stroke-width: 4; }
svg .sign.doubtful { fill: none; stroke: var(--text); stroke-width: 2; }
svg .count.astray { fill: var(--fail); font-weight: 700; }
svg .count.met, svg .count.open, svg .count.doubtful { fill: var(--text); }
.states th:nth-child(1), .states th:nth-child(2) { width: 29%; }
.states th:nth-child(n + 3) { width: 21%; }
.states { margin-top: 1.5rem; }
.states th, .sizes th { color: inherit; border-top: 1px solid var(--border); }
.states thead th, .sizes thead th { color: var(--muted); border-top: 0; }
`;
