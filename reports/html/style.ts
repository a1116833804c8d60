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

/**
 * The rules of the filters, on a screen, never on paper: they hide rows that are not chosen and groups without any
 * other row; if no row is left, a message says so.
 */
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

/** Hides texts in the languages that are not chosen; a browser without `:has` shows the page's first language. */
function languageRules(shown: Lang): string {
  const rules = langs.flatMap((chosen) =>
    langs.map(
      (lang) => `:root:has(#language-${chosen}:checked) .${lang} { display: ${lang === chosen ? 'revert' : 'none'}; }`,
    ),
  );
  return [...langs.filter((lang) => lang !== shown).map((lang) => `.${lang} { display: none; }`), ...rules].join('\n');
}

/** The style of the page, which is first shown in this language. It contains nothing from outside. */
export const style = (lang: Lang): Markup =>
  new Markup(`
:root { color-scheme: light dark; ${variables(0)} }
@media (prefers-color-scheme: dark) { :root { ${variables(1)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .75rem; }
h1 .mark { min-width: 0; }
h1 .muted { font-size: 1.25rem; font-weight: 400; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
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
.counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 0 0 1rem; }
.alike { border-left: 1px solid var(--border); padding-left: .75rem; margin: 1.25rem 0; }
.alike > p { margin: 0; overflow-wrap: anywhere; }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 0 1rem; }
.trend { display: inline-block; font-size: .875rem; }
.failure { border: 1px solid var(--border); border-left: 4px solid var(--border); border-radius: 4px; margin: .75rem 0; padding: .5rem .75rem; }
.must { border-left-color: var(--fail); }
summary { cursor: pointer; overflow-wrap: anywhere; }
.by-hand { margin: .5rem 0; }
.command { user-select: all; border-color: var(--link); max-height: 16rem; overflow: auto; }
.complaint { display: block; font-weight: 600; margin: .25rem 0 0; }
.filters { display: grid; gap: .5rem; }
fieldset { display: flex; flex-wrap: wrap; gap: .375rem .5rem; align-items: baseline; border: 0; padding: 0; margin: 0; min-width: 0; scroll-margin-top: 6rem; }
legend { float: left; padding: 0; margin-right: .25rem; color: var(--muted); }
label { display: inline-block; border: 1px solid var(--border); border-radius: 1rem; padding: .0625rem .625rem; white-space: nowrap; cursor: pointer; }
label:hover { background: var(--raised); }
label .mark { min-width: 0; }
input { position: absolute; opacity: 0; }
input:checked + label { background: var(--text); border-color: var(--text); color: var(--ground); }
input:focus-visible + label { outline: 3px solid var(--link); outline-offset: 2px; }
.count { font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-top: 1px solid var(--border); }
th { font-weight: 600; color: var(--muted); border-top: 0; }
table { table-layout: fixed; }
th:nth-child(1) { width: 17%; }
.group th:nth-child(3) { width: 9%; }
.group th:nth-child(4) { width: 23%; }
.group th:nth-child(5) { width: 11%; }
.group th:nth-child(6) { width: 7%; }
.unjudged th:nth-child(3) { width: 40%; }
.unjudged td:nth-child(3) code { display: inline-block; margin-right: .25rem; }
.statement { display: block; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem 1rem; margin: 0 0 1rem; }
.top p { margin: 0; }
.banner { border: 1px solid; border-left-width: 6px; border-radius: 4px; background: var(--raised); padding: .5rem .75rem; margin: 0 0 1rem; font-weight: 600; overflow-wrap: anywhere; }
.why { font-size: 1.125rem; margin: 0 0 .5rem; }
.choice { white-space: nowrap; }
.failing { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: 0 0 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; padding: .75rem 0; margin: 0 0 1rem; border: solid var(--border); border-width: 1px 0; }
.facts div { min-width: 0; }
.facts dd { margin: 0; font-size: .875rem; }
.facts code { font-size: .8125rem; }
.facts dt { font-size: .8125rem; }
.figures { font-size: .875rem; margin: 0; }
nav { position: sticky; top: 0; z-index: 1; background: var(--ground); border-bottom: 1px solid var(--border); margin: 1.5rem 0 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: .5rem 0; margin: 0; }
section[id] { scroll-margin-top: 4rem; }
.failure dl { scroll-margin-top: 8rem; }
.languages { font-size: .875rem; }
${acceptanceMapStyle}.empty, .label { display: none; }
@media screen and (max-width: 60rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: block; padding: .375rem 0; border-top: 1px solid var(--border); }
  td { display: inline-block; max-width: 100%; padding: 0 1rem 0 0; border: 0; }
  td:nth-child(2), .states th:nth-child(n), .states td:nth-child(n) { display: block; width: auto; }
  .states th { border: 0; }
  .states .label { display: inline; }
  .group td:nth-child(6)::before { content: "× "; }
  .sizes thead { position: static; width: auto; height: auto; clip-path: none; }
  .sizes tr { display: table-row; }
  .sizes td, .sizes td:nth-child(2) { display: table-cell; }
}
@media screen and (max-width: 40rem) {
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: .5rem; }
  h1 { font-size: 1.625rem; }
  nav { position: static; }
}
@media (forced-colors: active) {
  input { position: static; opacity: 1; }
}
@media print {
  :root { color-scheme: light; ${variables(0)} }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .filters, .languages, nav { display: none; }
  .verdict { white-space: normal; }
  pre, tr, dl { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  label { border: 0; padding: 0; white-space: normal; }
  .command { max-height: none; overflow: visible; }
}
@media screen {
${filters}
}
${languageRules(lang)}
`);
