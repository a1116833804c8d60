import type { Counterexample } from '../../verdicts/verdict.ts';
import { curl } from '../finding.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { say } from './say.ts';

/** Longest body that stands among the facts; the exchange below has more. */
const longest = 300;

/** What was sent, in a line. */
export function sentOf({ request }: Counterexample): Markup {
  const { method, body } = request;
  const text =
    body === null || body === '' ? say(({ failures }) => failures.noBody) : html`<code>${shown(body, longest)}</code>`;
  return html`<code>${shown(method, 40)}</code> ${text}`;
}

/** What came back, in a line. */
export function answerOf({ response }: Counterexample): Markup {
  if (response === null) return say(({ failures }) => failures.noAnswer);
  const { status, body } = response;
  const text = body === '' ? say(({ failures }) => failures.noBody) : html`<code>${shown(body, longest)}</code>`;
  return html`<code>${status}</code> ${text}`;
}

/** The command that sends the request again, and what it takes: a volume like the one that the run has given back. */
export function repeat({ case: sent, curl: command }: Counterexample): Markup {
  const { volume, servers, history, path } = sent;
  const { status, multiattach } = volume;
  const params = { size: history[0] ?? volume.size, status, multiattach, servers };
  const wish = JSON.stringify({ state: 'volume', action: 'setup', params });
  return html`<h3>${say(({ failures }) => failures.curl)}</h3>
<p>${say(({ failures }) => failures.setUp)} <code>${shown(path.volume_id, 100)}</code>${history.length === 0 ? '' : html` ${say(({ failures }) => failures.grow([...history.slice(1), volume.size]))}`}${say(({ failures }) => failures.wish)} <code>${shown(wish)}</code></p>
<pre tabindex="0">${curl(command)}</pre>
`;
}
