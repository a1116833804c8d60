import { figures } from '../../verdicts/headline.ts';
import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import type { Class, Result } from '../../verdicts/result.ts';
import { partInWords } from '../../verdicts/unselected.ts';
import type { VerdictKind } from '../../verdicts/verdict.ts';
import { undecidedBy } from '../../verdicts/why-undecided.ts';
import { classMarks, failures, marks } from '../rows.ts';
import { shown } from '../text.ts';
import { atMost, html, type Markup } from './markup.ts';
import { say, told } from './say.ts';
import { levels, verdicts } from './style.ts';
import { isUndecided } from './unjudged.ts';

/** The colours of the classes. */
const colourOf = {
  conformant: 'pass',
  'non-conformant': 'fail',
  incomplete: 'inconclusive',
  broken: 'broken',
} as const satisfies Record<Class, string>;

/** The number of failures that the head names with a link; the section below has them all. */
const named = 8;

/**
 * The beginning of the page: the verdict and its reason, the target of the certification, and the number of
 * requirements for each verdict.
 */
export function head(result: Result): Markup {
  const { class: verdict, summary } = overallVerdict(result);
  const { target, contract, suite } = result;
  const colour = colourOf[verdict];
  return html`<header>
<h1 class="${colour}"><span class="mark">${classMarks[verdict]}</span> ${say((words) => words.class[verdict])}${target.reference ? html` <span class="muted">(${say(({ run }) => run.reference)})</span>` : ''}</h1>
${banner(result, verdict)}
${failing(result, verdict)}
<dl class="facts">
<div><dt>${say(({ run }) => run.target)}</dt><dd><code>${shown(target.url)}</code></dd></div>
${target.project === null ? '' : html`<div><dt>${say(({ run }) => run.project)}</dt><dd><code>${shown(target.project)}</code></dd></div>`}
<div><dt>${say(({ run }) => run.contract)}</dt><dd><code>${shown(contract.id)}</code></dd></div>
<div><dt>${say(({ run }) => run.suite)}</dt><dd><code>${suite.name} ${suite.version}</code></dd></div>
<div><dt>${say(({ run }) => run.started)}</dt><dd>${result.startedAt.slice(0, 16).replace('T', ' ')} UTC</dd></div>
<div><dt>${say(({ run }) => run.duration)}</dt><dd>${say(({ run }) => run.seconds(result.durationMs))}</dd></div>
</dl>
${counts(summary)}
<p class="muted figures">${say((words) => words.headline(figures(result, verdict), result, verdict))}</p>
</header>`;
}

/** The reason why there is no verdict, before all else. */
function banner(result: Result, verdict: Class): Markup {
  const found = undecidedBy(result, verdict);
  const part = partInWords(result);
  const parts = [
    ...(found === null ? [] : [html`${found.id === null ? '' : html`<code>${found.id}</code> `}${told(found.reason)}`]),
    ...(result.interrupted ? [say(({ run }) => run.interrupted)] : []),
    ...part.map((text) => told(text)),
    ...(part.length === 0 ? [] : [say(({ run }) => run.partial)]),
  ];
  if (parts.length === 0) return html``;
  return html`<p class="banner ${colourOf[verdict]}">${parts.map((part, at) => html`${at === 0 ? '' : ' · '}${part}`)}</p>`;
}

/** The number of failures of each level, as a link to the first one, and then all of them by name. */
function failing({ rows }: Result, verdict: Class): Markup {
  const all = failures(rows);
  const undecided = rows.filter(isUndecided).length;
  const groups = levels.flatMap((level) => {
    const [first, ...more] = all.filter(({ row }) => row.level === level);
    return first === undefined
      ? []
      : [html`<a href="#fail-${first.row.id}">${say(({ head }) => head.fail(more.length + 1, level))}</a>`];
  });
  if (groups.length === 0)
    return verdict === 'conformant' ? html`<p class="why">${say((words) => words.head.all)}</p>` : html``;
  const ids = all.map(({ row }) => html`<li><a href="#fail-${row.id}"><code>${row.id}</code></a></li>`);
  const links = atMost(
    named,
    ids,
    (count) => html`<li><a href="#failures">${say(({ failures: words }) => words.more(count))}</a></li>`,
  );
  return html`<p class="why">${groups.map((group, at) => html`${at === 0 ? '' : ' · '}${group}`)}${say((words) => words.head.failEnd(all.length))}${undecided === 0 ? '' : html` · <a href="#unjudged">${say((words) => words.head.open(undecided))}</a>`}</p>
<ul class="failing">${links}</ul>`;
}

/** The number of requirements for each verdict, as a label of the requirements' filter: a click shows these alone. */
function counts(summary: Readonly<Record<VerdictKind, number>>): Markup {
  const all = verdicts.map(
    (kind) =>
      html`<li class="${summary[kind] === 0 ? 'muted' : kind}"><label for="verdict-${kind}"><span class="mark">${marks[kind]}</span> ${say((words) => words.verdict[kind])} ${summary[kind]}</label></li>`,
  );
  return html`<ul class="counts">${all}</ul>`;
}
