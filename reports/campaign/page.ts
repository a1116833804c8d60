import { type CampaignEntry, type CampaignIndex, classOf } from '../../verdicts/campaign.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import { reasonIn } from '../../verdicts/headline.ts';
import type { Class, Summary } from '../../verdicts/result.ts';
import { type Lang, languages } from '../html/languages.ts';
import { html, Markup } from '../html/markup.ts';
import { style, verdicts } from '../html/style.ts';
import type { Words } from '../html/words.ts';
import { reports } from '../index.ts';
import { classMarks, marks } from '../rows.ts';
import { shown } from '../text.ts';
import { campaignWords } from './languages.ts';
import type { CampaignWords } from './words.ts';

/** As in `report.html`: the page consists of text and its own style. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Widths of the columns; on a narrow screen, rows are blocks. */
const columns = new Markup(`
.campaign th:nth-child(1) { width: 16%; }
.campaign th:nth-child(2) { width: 17%; }
.campaign th:nth-child(3) { width: 21%; }
.campaign th:nth-child(4) { width: 17%; }
.campaign th:nth-child(6) { width: 8%; }
.campaign ul { margin: 0; padding: 0; list-style: none; }
.campaign .counts { gap: 0; flex-direction: column; }
.campaign .verdict { white-space: normal; }
.campaign td p { margin: .25rem 0 0; }
.campaign td > code { display: block; }
@media screen and (max-width: 60rem) {
  .campaign td:nth-child(n) { display: block; }
  .campaign td:nth-child(5):not(:has(a)) { display: none; }
  .campaign .counts { flex-direction: row; gap: 0 1rem; }
}
`);

/** `index.html`: every entry with its class, its counts, its failures, and a link to its report. */
export function campaignPage(index: CampaignIndex, lang: Lang): string {
  const [words, own] = [languages[lang], campaignWords[lang]];
  const { verdict, entries, headline, shard } = index;
  const { text } = html`<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${classMarks[verdict]} ${words.class[verdict]} · ${own.title}</title>
<style>${style(lang)}${columns}</style>
</head>
<body>
<main>
<p class="muted">${own.title}</p>
<h1 class="${colourOf[verdict]}"><span class="mark">${classMarks[verdict]}</span> ${words.class[verdict]}${shard === null ? '' : html` <span class="muted">(${own.shard} ${shard.index}/${shard.of})</span>`}</h1>
<p class="why">${own.headline(index, headline)}</p>
<section>
<h2>${own.heading(entries.length)}</h2>
<table class="campaign">
<thead><tr><th>${own.entry}</th><th>${own.class}</th><th>${own.target}</th><th>${own.counts}</th><th>${own.failing}</th><th>${own.duration}</th></tr></thead>
<tbody>
${entries.map((entry) => row(entry, words, own))}
</tbody>
</table>
</section>
${facts(index, words, own)}
</main>
</body>
</html>
`;
  return text;
}

const colourOf = {
  conformant: 'pass',
  'non-conformant': 'fail',
  incomplete: 'inconclusive',
  broken: 'broken',
} as const satisfies Record<Class, string>;

function row(entry: CampaignEntry, words: Words, own: CampaignWords): Markup {
  const { name, report } = entry;
  const verdict = classOf(entry);
  const mark = html`<span class="mark">${classMarks[verdict]}</span>`;
  if (report === null) {
    const outcome = own.outcome[entry.outcome];
    return html`<tr><td><bdi>${name}</bdi></td><td class="verdict ${colourOf[verdict]}">${mark} ${outcome}</td><td colspan="4">${why(entry.reason ?? '', words)}</td></tr>
`;
  }
  const { contract, target, summary, failing, durationMs, headline } = report;
  const reason = reasonIn(headline);
  const undecided = reason === undefined ? '' : html`<p>${why(reason, words)}</p>`;
  const expected =
    entry.exit === exitCodes[verdict] ? '' : html`<p class="muted">${own.exit(entry.exit ?? exitCodes.broken)}</p>`;
  const ids = failing.map(
    (id) => html`<li><a href="${name}/${reports.html.file}#fail-${id}"><code>${id}</code></a></li>`,
  );
  return html`<tr><td><a href="${name}/${reports.html.file}">${name}</a></td><td class="verdict ${colourOf[verdict]}">${mark} ${words.class[verdict]}${expected}${undecided}</td><td><code>${shown(target.url)}</code>${target.reference ? `(${words.run.reference}) ` : ''}<code>${shown(contract.id, 100)}</code></td><td>${counts(summary, words)}</td><td>${ids.length === 0 ? words.requirements.none : html`<ul>${ids}</ul>`}</td><td>${words.run.seconds(durationMs)}</td></tr>
`;
}

/** Why there is no verdict, or no report; the requirement that says so, if there is one, stands before it. */
function why(reason: string, words: Words): Markup {
  const [, id, text = ''] = /^([a-z]+\.[a-z-]+: )?(.*)$/s.exec(reason) ?? [];
  const english = shown(text);
  const told = words.translate(english);
  return html`${id ?? ''}<bdi lang="${told === english ? 'en' : words.tag}">${told}</bdi>`;
}

function counts(summary: Summary, words: Words): Markup {
  const all = verdicts
    .filter((kind) => summary[kind] > 0)
    .map(
      (kind) =>
        html`<li class="${kind}"><span class="mark">${marks[kind]}</span> ${words.verdict[kind]} ${summary[kind]}</li>`,
    );
  return html`<ul class="counts">${all}</ul>`;
}

function facts({ suite, matrixFile, seed, shard }: CampaignIndex, words: Words, own: CampaignWords): Markup {
  return html`<section>
<h2>${words.run.heading}</h2>
<dl>
<dt>${own.matrixFile}</dt><dd>${matrixFile === null ? own.noMatrixFile : html`<code>sha256:${matrixFile.sha256}</code>`}</dd>
<dt>${words.run.suite}</dt><dd><code>${suite.name} ${suite.version}</code></dd>
<dt>${words.run.seed}</dt><dd><code>${seed}</code></dd>
${matrixFile === null ? '' : html`<dt>${own.shard}</dt><dd>${shard === null ? own.whole : html`<span class="inconclusive">? ${own.shardOf(shard.index, shard.of)}</span>`}</dd>`}
</dl>
</section>`;
}
