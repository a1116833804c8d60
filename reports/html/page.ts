import { budgetInWords, tally } from '../../verdicts/headline.ts';
import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import type { Result } from '../../verdicts/result.ts';
import type { VerdictKind } from '../../verdicts/verdict.ts';
import { classMarks, failures, marks } from '../rows.ts';
import { acceptanceMapSection } from './acceptance-map.ts';
import { failureBlocks } from './failures.ts';
import { type Lang, languages } from './languages.ts';
import { html } from './markup.ts';
import { requirementTables } from './requirements.ts';
import { ledgerFacts, runFacts } from './run.ts';
import { languageSwitch, say } from './say.ts';
import { style, verdicts } from './style.ts';
import { unjudgedTable } from './unjudged.ts';

/** No script, nothing from the network, no form, no base: the page is text and its own style. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * `report.html`: one file that needs no network and no script, in every language; `lang` is the one that is shown until the
 * reader chooses another. What failed comes first, and open.
 */
export function page(result: Result, lang: Lang): string {
  const words = languages[lang];
  const { class: verdict, headline: text, summary } = overallVerdict(result);
  const { interrupted, passing, budget } = result;
  const { reference } = result.target;
  const headline = say((one) =>
    one.headline({
      text,
      class: verdict,
      tally: tally(result.rows),
      passing,
      interrupted,
      reference,
      budget: budgetInWords(budget),
    }),
  );
  const { text: written } = html`<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${classMarks[verdict]} ${words.class[verdict]}${reference ? ` (${words.run.reference})` : ''} · ${words.title}</title>
<style>${style(lang)}</style>
</head>
<body>
<main>
${languageSwitch(lang)}
<h1 class="${verdict === 'conformant' ? 'pass' : colourOf[verdict]}"><span class="mark">${classMarks[verdict]}</span> ${headline}</h1>
${counts(summary)}
${failureBlocks(failures(result.rows))}
${unjudgedTable(result.rows)}
${acceptanceMapSection(result.survey)}
${runFacts(result)}
${ledgerFacts(result.ledger)}
${requirementTables(result.rows)}
</main>
</body>
</html>
`;
  return written;
}

const colourOf = { 'non-conformant': 'fail', incomplete: 'inconclusive', broken: 'broken' } as const;

function counts(summary: Readonly<Record<VerdictKind, number>>) {
  const all = verdicts.map(
    (kind) =>
      html`<li class="${kind}"><span class="mark">${marks[kind]}</span> ${say((words) => words.verdict[kind])} ${summary[kind]}</li>`,
  );
  return html`<ul class="counts">${all}</ul>`;
}
