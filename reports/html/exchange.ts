import type { ReportedRequest, ReportedResponse } from '../../verdicts/verdict.ts';
import { shown } from '../text.ts';
import { atMost, html, type Markup } from './markup.ts';
import type { Words } from './words.ts';

const longestBody = 4096;
const mostHeaders = 32;

/** Request and answer as exchanged: first line, headers, body; `before` goes before both headings. */
export function exchange(
  request: ReportedRequest,
  answer: ReportedResponse | null,
  before: string,
  words: Words,
): Markup {
  const { failures } = words;
  const sent = request.body === null ? failures.noBody : shown(request.body, longestBody);
  return html`<h3>${before}${failures.request}</h3>
<pre tabindex="0">${shown(request.method, 40)} ${shown(request.url, 2000)}
${headers(request.headers, words)}
${sent}</pre>
<h3>${before}${failures.answer}</h3>
${answer === null ? html`<p>${failures.noAnswer}</p>` : received(answer, words)}
`;
}

const received = ({ status, headers: all, body }: ReportedResponse, words: Words): Markup =>
  html`<pre tabindex="0">${status}
${headers(all, words)}
${body === '' ? words.failures.noBody : shown(body, longestBody)}</pre>`;

const headers = (all: Readonly<Record<string, string>>, { failures }: Words): readonly Markup[] =>
  atMost(
    mostHeaders,
    Object.entries(all).map(([name, value]) => `${shown(name, 200)}: ${shown(value)}`),
    failures.more,
  ).map((line) => html`${line}\n`);
