import type { ReportedRequest, ReportedResponse } from '../../verdicts/verdict.ts';
import { shown } from '../text.ts';
import { atMost, html, type Markup } from './markup.ts';
import { type Pick, say } from './say.ts';

const longestBody = 4096;
const mostHeaders = 32;

/** Request and answer as exchanged: first line, headers, body; `before` goes before both headings. */
export function exchange(request: ReportedRequest, answer: ReportedResponse | null, before?: Pick): Markup {
  const lead = before === undefined ? '' : html`${say(before)}: `;
  const sent = request.body === null ? noBody : shown(request.body, longestBody);
  return html`<div class="exchange"><div>
<h3>${lead}${say(({ failures }) => failures.request)}</h3>
<pre tabindex="0">${shown(request.method, 40)} ${shown(request.url, 2000)}
${headers(request.headers)}
${sent}</pre>
</div><div>
<h3>${lead}${say(({ failures }) => failures.answer)}</h3>
${answer === null ? html`<p>${say(({ failures }) => failures.noAnswer)}</p>` : received(answer)}
</div></div>
`;
}

const received = ({ status, headers: all, body }: ReportedResponse): Markup =>
  html`<pre tabindex="0">${status}
${headers(all)}
${body === '' ? noBody : shown(body, longestBody)}</pre>`;

const noBody = say(({ failures }) => failures.noBody);

const headers = (all: Readonly<Record<string, string>>): readonly Markup[] =>
  atMost(
    mostHeaders,
    Object.entries(all).map(([name, value]) => html`${shown(name, 200)}: ${shown(value)}`),
    (count) => say(({ failures }) => failures.more(count)),
  ).map(
    (line) => html`${line}
`,
  );
