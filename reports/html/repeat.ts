import type { Row } from '../../verdicts/result.ts';
import type { Counterexample } from '../../verdicts/verdict.ts';
import { curl, replayCommand } from '../finding.ts';
import { shown } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { say } from './say.ts';

/** The longest command that one click selects as a whole, in characters. */
const longestWhole = 64 * 1024;

/**
 * The commands that send the request again: `replay`, which sets a volume up, and the command by hand, which needs a
 * volume like the run's.
 */
export function repeat({ id }: Row, { case: sent, curl: command }: Counterexample): Markup {
  const { volume, servers, history, path } = sent;
  const { status, multiattach } = volume;
  const params = { size: history[0] ?? volume.size, status, multiattach, servers };
  const wish = JSON.stringify({ state: 'volume', action: 'setup', params });
  return html`<h3>${say(({ failures }) => failures.again)}</h3>
<pre class="command" tabindex="0">${replayCommand(id)}</pre>
<p class="muted">${say(({ failures }) => failures.replay)}</p>
<details class="by-hand"><summary>${say(({ failures }) => failures.curl)}</summary>
<p>${say(({ failures }) => failures.setUp)} <code>${shown(path.volume_id, 100)}</code>${history.length === 0 ? '' : html` ${say(({ failures }) => failures.grow([...history.slice(1), volume.size]))}`}${say(({ failures }) => failures.wish)} <code>${shown(wish)}</code></p>
<pre class="command" tabindex="0">${curl(command, longestWhole, true)}</pre>
</details>
`;
}
