import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import type { Result } from '../../verdicts/result.ts';
import type { FailingSince } from '../../verdicts/trend.ts';
import { classMarks, failures } from '../rows.ts';
import { acceptanceMapSection } from './acceptance-map.ts';
import { failureBlocks } from './failures.ts';
import { head } from './head.ts';
import { type Lang, languages } from './languages.ts';
import { html } from './markup.ts';
import { navigation } from './nav.ts';
import { requirementTables } from './requirements.ts';
import { ledgerFacts, runFacts } from './run.ts';
import { languageSwitch, say } from './say.ts';
import { style } from './style.ts';
import { isUndecided, unjudgedTable } from './unjudged.ts';

/** No script, nothing from the network, no form, no base: the page consists of text and its own style. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * `report.html`: one file that needs no network and no script, in every language; `lang` is shown until the reader
 * chooses another one. The verdict and its reason come first, then the failures; `since`: given if there are earlier
 * reports.
 */
export function page(result: Result, lang: Lang, since?: FailingSince): string {
  const words = languages[lang];
  const { class: verdict } = overallVerdict(result);
  const { reference } = result.target;
  const unjudged = unjudgedTable(result.rows);
  // a table with rows that do not apply, and no others, need not be open
  const isOpen = result.rows.some(isUndecided);
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
<div class="top"><p class="muted">${say(({ title }) => title)}</p>${languageSwitch(lang)}</div>
${head(result)}
${navigation(result)}
${failureBlocks(failures(result.rows), since)}
${isOpen ? unjudged : ''}${acceptanceMapSection(result.survey)}
${requirementTables(result.rows)}
${isOpen ? '' : unjudged}${runFacts(result)}
${ledgerFacts(result.ledger)}
</main>
</body>
</html>
`;
  return written;
}
