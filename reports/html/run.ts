import type { ReportedLedger, Result } from '../../verdicts/result.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { say, told } from './say.ts';

/** The facts of the run: suite, contract, target, seed, and duration. */
export function runFacts(result: Result): Markup {
  const { suite, contract, processorMs } = result;
  const processor = processorMs === null ? '' : html` (${say(({ run }) => run.processor(processorMs))})`;
  const unparsed =
    contract.unparsed === 0
      ? ''
      : html`<p class="inconclusive">? ${say(({ run }) => run.unparsed(contract.unparsed))}</p>`;
  const extent = result.interrupted ? 'interrupted' : result.partial ? 'partial' : undefined;
  const challenge =
    result.challenge === null
      ? ''
      : html` ${say(({ run }) => run.challenge)} <code>${shown(result.challenge, 256)}</code>`;
  return html`<section id="run">
<h2>${say(({ run }) => run.heading)}</h2>
<dl>
<dt>${say(({ run }) => run.contract)}</dt><dd><code>${shown(contract.id)}</code> <code>sha256:${contract.sha256}</code>${unparsed}</dd>
<dt>${say(({ run }) => run.matrix)}</dt><dd>${suite.matrix === null ? say(({ run }) => run.noMatrix) : html`<code>sha256:${suite.matrix}</code>`}</dd>
<dt>${say(({ run }) => run.seed)}</dt><dd><code>${result.seed}</code>${challenge}</dd>
<dt>${say(({ run }) => run.duration)}</dt><dd>${say(({ run }) => run.seconds(result.durationMs))}${processor}</dd>
${extent === undefined ? '' : html`<dt>${say(({ run }) => run.extent)}</dt><dd class="inconclusive">? ${say(({ run }) => run[extent])}</dd>`}
</dl>
</section>`;
}

/** The volumes that the run created and returned; the ones left over have to be removed by hand. */
export function ledgerFacts({ requests, volumesCreated, volumesReturned, lent, left }: ReportedLedger): Markup {
  const items = left.map(({ volume, reason }) => html`<li><code>${shown(volume, 100)}</code>: ${told(reason)}</li>`);
  return html`<section id="ledger">
<h2>${say(({ ledger }) => ledger.heading)}</h2>
<dl>
<dt>${say(({ ledger }) => ledger.requests)}</dt><dd>${requests}</dd>
<dt>${say(({ ledger }) => (lent ? ledger.lent : ledger.created))}</dt><dd>${volumesCreated}</dd>
<dt>${say(({ ledger }) => ledger.returned)}</dt><dd>${volumesReturned}</dd>
<dt>${say(({ ledger }) => ledger.left)}</dt><dd>${items.length === 0 ? say(({ ledger }) => ledger.nothing) : html`<ul class="left fail">${items}</ul>`}</dd>
</dl>
</section>`;
}
