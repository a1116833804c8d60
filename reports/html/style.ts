import type { Level } from '../../spec/requirements.ts';
import type { VerdictKind } from '../../verdicts/verdict.ts';
import { acceptanceMapStyle } from './acceptance-map-style.ts';
import { type Lang, languages } from './languages.ts';
import { Markup } from './markup.ts';

export const verdicts = ['fail', 'broken', 'inconclusive', 'not-applicable', 'pass'] as const satisfies VerdictKind[];
export const levels = ['MUST', 'SHOULD', 'advisory', 'none'] as const satisfies (Level | 'none')[];

const langs = Object.keys(languages) as Lang[];

/** Each colour for a light and for a dark screen; every text colour reaches a contrast of 7 on both backgrounds. */
export const colours = {
  ground: ['#ffffff', '#16181b'],
  raised: ['#f3f4f6', '#202327'],
  text: ['#1b1d20', '#e8e9eb'],
  muted: ['#4a4e54', '#b6bbc2'],
  border: ['#7d838b', '#7d838b'],
  link: ['#003f9e', '#9cc4ff'],
  pass: ['#0b5023', '#7fe0a0'],
  fail: ['#93101e', '#ffaaa5'],
  inconclusive: ['#663f00', '#f2c668'],
  broken: ['#5f1f97', '#dcbcff'],
} as const;

const variables = (shade: 0 | 1): string =>
  Object.entries(colours)
    .map(([name, shades]) => `--${name}: ${shades[shade]};`)
    .join(' ');

/** What a filter hides on a screen, never on paper: rows that are not chosen, and groups in which nothing is left; where that is all, it says so. */
const filters = [
  ...verdicts.map((one) => hide(`#verdict-${one}:checked`, 'tr[data-verdict]', `[data-verdict="${one}"]`)),
  ...levels.map((one) => hide(`#level-${one}:checked`, 'tr[data-level]', `[data-level="${one}"]`)),
  ...verdicts.flatMap((verdict) => levels.map((level) => hideGroup(verdict, level))),
  ...verdicts.map((verdict) => hideGroup(verdict, undefined)),
  ...levels.map((level) => hideGroup(undefined, level)),
].join('\n');

function hide(choice: string, rows: string, chosen: string): string {
  return `main:has(${choice}) ${rows}:not(${chosen}) { display: none; }`;
}

function hideGroup(verdict: VerdictKind | undefined, level: Level | 'none' | undefined): string {
  const choice = `:has(#verdict-${verdict ?? 'all'}:checked):has(#level-${level ?? 'all'}:checked)`;
  const chosen = `tr${verdict ? `[data-verdict="${verdict}"]` : '[data-verdict]'}${level ? `[data-level="${level}"]` : ''}`;
  return [
    `main${choice} .group:not(:has(${chosen})) { display: none; }`,
    `main${choice}:not(:has(${chosen})) .empty { display: block; }`,
  ].join('\n');
}

/** Texts in the languages that are not chosen; a browser without `:has` shows the one that the page was written for. */
function languageRules(shown: Lang): string {
  const rules = langs.flatMap((chosen) =>
    langs.map(
      (lang) => `:root:has(#language-${chosen}:checked) .${lang} { display: ${lang === chosen ? 'revert' : 'none'}; }`,
    ),
  );
  return [...langs.filter((lang) => lang !== shown).map((lang) => `.${lang} { display: none; }`), ...rules].join('\n');
}

/** The style of the page, first shown in this language. Nothing from outside is put into it. */
export const style = (lang: Lang): Markup =>
  new Markup(`
:root { color-scheme: light dark; ${variables(0)} }
@media (prefers-color-scheme: dark) { :root { ${variables(1)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .875rem; }
code, pre, bdi { overflow-wrap: anywhere; }
pre, code { direction: ltr; unicode-bidi: isolate-override; }
pre { white-space: pre-wrap; margin: .25rem 0; padding: .5rem .75rem; background: var(--raised); border: 1px solid var(--border); border-radius: 4px; }
p, dd, td, pre { overflow: clip; overflow-clip-margin: 6px; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: .25rem 1rem; margin: .5rem 0; }
dt { color: var(--muted); }
dd { margin: 0; }
dd ul, dd ol { margin: 0; padding-left: 1.25rem; }
.mark { display: inline-block; min-width: 1.1em; font-weight: 700; }
.verdict { font-weight: 600; white-space: nowrap; }
.pass { color: var(--pass); }
.fail { color: var(--fail); }
.inconclusive { color: var(--inconclusive); }
.broken { color: var(--broken); }
.not-applicable, .muted { color: var(--muted); }
.level { font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; list-style: none; padding: 0; margin: 0 0 1rem; }
.failure { border: 1px solid var(--border); border-left: 4px solid var(--border); border-radius: 4px; margin: .75rem 0; padding: .5rem .75rem; }
.must { border-left-color: var(--fail); }
summary { cursor: pointer; }
.complaint { font-weight: 600; margin: .5rem 0; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
fieldset { border: 1px solid var(--border); border-radius: 4px; padding: .25rem .75rem; margin: 0; }
label { display: inline-block; padding: .125rem .75rem .125rem 0; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-top: 1px solid var(--border); }
th { font-weight: 600; color: var(--muted); border-top: 0; }
table { table-layout: fixed; }
th:nth-child(1) { width: 15%; }
.group th:nth-child(3) { width: 9%; }
.group th:nth-child(4) { width: 24%; }
.group th:nth-child(5) { width: 11%; }
.group th:nth-child(6) { width: 7%; }
.unjudged th:nth-child(3) { width: 40%; }
.unjudged td:nth-child(3) code { display: inline-block; margin-right: .25rem; }
.statement { display: block; }
.languages { float: right; margin: 0 0 .5rem 1rem; padding: 0 .5rem; }
.languages legend { font-size: .75rem; color: var(--muted); }
${acceptanceMapStyle}.empty, .label { display: none; }
@media screen and (max-width: 60rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: block; padding: .375rem 0; border-top: 1px solid var(--border); }
  td { display: inline-block; max-width: 100%; padding: 0 1rem 0 0; border: 0; }
  td:nth-child(2), .states th:nth-child(n), .states td:nth-child(n) { display: block; width: auto; }
  .states th { border: 0; }
  .states .label { display: inline; }
  .sizes thead { position: static; width: auto; height: auto; clip-path: none; }
  .sizes tr { display: table-row; }
  .sizes td, .sizes td:nth-child(2) { display: table-cell; }
}
@media screen and (max-width: 40rem) {
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: .5rem; }
}
@media print {
  :root { color-scheme: light; ${variables(0)} }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .filters, .languages { display: none; }
  .verdict { white-space: normal; }
  pre, tr, dl { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .failure::details-content { content-visibility: visible; block-size: auto; }
}
@media screen {
${filters}
}
${languageRules(lang)}
`);
