import type { Ledger, Result } from '../../verdicts/result.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import type { Words } from './words.ts';

/** What the run was: suite, contract, target, seed, and how long it took. */
export function runFacts(result: Result, { run }: Words): Markup {
  const { suite, contract, target, processorMs } = result;
  const processor = processorMs === null ? '' : ` (${run.processor(processorMs)})`;
  const unparsed =
    contract.unparsed === 0 ? '' : html`<p class="inconclusive">? ${run.unparsed(contract.unparsed)}</p>`;
  const extent = result.interrupted ? run.interrupted : result.partial ? run.partial : undefined;
  const challenge =
    result.challenge === null ? '' : html` ${run.challenge} <code>${shown(result.challenge, 256)}</code>`;
  return html`<section>
<h2>${run.heading}</h2>
<dl>
<dt>${run.target}</dt><dd><code>${shown(target.url)}</code></dd>
<dt>${run.contract}</dt><dd><code>${shown(contract.id)}</code> <code>sha256:${contract.sha256}</code>${unparsed}</dd>
<dt>${run.suite}</dt><dd><code>${suite.name} ${suite.version}</code></dd>
<dt>${run.matrix}</dt><dd>${suite.matrix === null ? run.noMatrix : html`<code>sha256:${suite.matrix}</code>`}</dd>
<dt>${run.seed}</dt><dd><code>${result.seed}</code>${challenge}</dd>
<dt>${run.started}</dt><dd>${result.startedAt}</dd>
<dt>${run.duration}</dt><dd>${run.seconds(result.durationMs)}${processor}</dd>
${extent === undefined ? '' : html`<dt>${run.extent}</dt><dd class="inconclusive">? ${extent}</dd>`}
</dl>
</section>`;
}

/** What the run took and gave back; what stayed has to be removed by hand. */
export function ledgerFacts({ requests, volumesCreated, volumesReturned, left }: Ledger, { ledger }: Words): Markup {
  const items = left.map(
    ({ volume, reason }) => html`<li><code>${shown(volume, 100)}</code>: <bdi lang="en">${shown(reason)}</bdi></li>`,
  );
  return html`<section>
<h2>${ledger.heading}</h2>
<dl>
<dt>${ledger.requests}</dt><dd>${requests}</dd>
<dt>${ledger.created}</dt><dd>${volumesCreated}</dd>
<dt>${ledger.returned}</dt><dd>${volumesReturned}</dd>
<dt>${ledger.left}</dt><dd>${items.length === 0 ? ledger.nothing : html`<ul class="left fail">${items}</ul>`}</dd>
</dl>
</section>`;
}
