import { statementsZh } from '../../spec/requirements/statements-zh.ts';
import { budgetInWords, tally } from '../../verdicts/headline.ts';
import type { Class } from '../../verdicts/result.ts';
import { partInWords } from '../../verdicts/unselected.ts';
import { shown } from '../text.ts';
import { dayOf } from '../trend.ts';
import { acceptanceMapZh } from './acceptance-map-words.ts';
import { phrasesZh } from './phrases-zh.ts';
import { translator } from './translate.ts';
import type { Words } from './words.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`;

const classes = {
  conformant: '符合',
  'non-conformant': '不符合',
  incomplete: '不完整',
  broken: '测试故障',
} as const satisfies Record<Class, string>;

const known = translator([...statementsZh, ...phrasesZh]);

/** The separator of several reasons in one text. */
const several = '; ';

function translate(text: string): string {
  const parts = text.split(several).map((part) => [part, known(part)] as const);
  // a reason that is known as a whole may contain the separator
  const whole = parts.every(([, one]) => one !== undefined) ? undefined : known(text);
  const told = whole ?? parts.map(([part, one]) => one ?? part).join('；');
  if (whole === undefined && parts.every(([, one]) => one === undefined)) return text;
  return told.replace(/…\((\d+) more\)…/g, '…（省略 $1 个字符）…').replace(/…\((\d+) digits\)…/g, '…（共 $1 位数字）…');
}

export const zh: Words = {
  tag: 'zh-CN',
  name: '中文',
  language: '语言',
  title: '符合性测试报告',
  class: classes,
  verdict: {
    pass: '通过',
    fail: '未通过',
    inconclusive: '无法判定',
    'not-applicable': '不适用',
    broken: '测试故障',
  },
  level: { MUST: 'MUST（必须）', SHOULD: 'SHOULD（应当）', advisory: 'advisory（参考）', none: 'none（不测试）' },
  evidence: { observed: '已读回云硬盘', response: '仅看响应' },
  headline: (_, result, verdict) => {
    const { counted, passing, failing, open, broken, outside } = tally(result.rows);
    const { serverErrors, refusals } = result.passing;
    const parts = [
      `${counted.length} 项要求中已判定 ${passing.length + failing.length} 项`,
      `通过 ${passing.length} 项`,
      ...(failing.length > 0 ? [`未通过 ${failing.length} 项`] : []),
      ...(open.length > 0 ? [`无法判定 ${open.length} 项`] : []),
      ...(broken.length > 0 ? [`测试故障 ${broken.length} 项`] : []),
      ...(outside > 0 ? [`另有 ${outside} 项不适用`] : []),
      ...(serverErrors > 0 ? [`${serverErrors} 次服务器错误重发后未再出现`] : []),
      ...(refusals > 0 ? [`${refusals} 次拒绝重发后未再出现`] : []),
      `预算 ${result.smoke ? '--smoke' : budgetInWords(result.budget)}`,
    ];
    const asides = [
      ...(result.target.reference ? ['参考后端'] : []),
      ...(result.interrupted ? ['已中断'] : []),
      ...partInWords(result).map(translate),
    ];
    return `${classes[verdict]}${asides.length === 0 ? '' : `（${asides.join('，')}）`}：${parts.join('，')}`;
  },
  translate,
  head: {
    fail: (count, level) => `${count} 项 ${level}`,
    failEnd: () => ' 未通过',
    open: (count) => `${count} 项无法判定`,
    all: '所有已判定的要求均通过。',
  },
  run: {
    heading: '本次运行',
    suite: '测试套件',
    matrix: '套件准确性',
    noMatrix: '本版本未按此契约在有缺陷的服务上试验过',
    contract: '契约',
    unparsed: (sentences) => `页面上有 ${sentences} 句话未能理解`,
    target: '被测服务',
    reference: '参考后端',
    project: '项目',
    seed: '种子',
    challenge: '由质询得出：',
    started: '开始时间',
    duration: '用时',
    seconds,
    processor: (ms) => `其中套件自身的处理器时间 ${seconds(ms)}`,
    extent: '范围',
    interrupted: '已中断：其余部分没有运行',
    partial: '部分运行：并非全部选中或运行，因此不作任何认证',
  },
  failures: {
    heading: (count) => `未通过（${count}）`,
    alike: (count, isAnswered) =>
      `${count} 项未通过，${isAnswered ? '响应相同' : '均没有响应'}，可能出自同一个错误${isAnswered ? '：' : ''}`,
    expected: '应有行为',
    page: '页面出处',
    likely: '可能混淆',
    case: '最小用例',
    volume: ({ volume: { size, status, multiattach }, servers, history }) =>
      [
        `${size} GB`,
        shown(status, 40),
        ...(multiattach ? ['共享（multiattach）'] : []),
        ...(servers.length > 0 ? [shown(`云服务器 ${servers.map((one) => shown(one, 40)).join('、')}`)] : []),
        ...(history.length > 0
          ? [`创建时 ${history[0]} GB，依次扩容：${[...history, size].slice(-12).join(' → ')}`]
          : []),
      ].join('，'),
    beside: '同时或之前发送的请求',
    request: '请求',
    answer: '响应',
    noAnswer: '没有响应',
    noBody: '（无正文）',
    seen: '观察结果',
    more: (count) => `……另有 ${count} 条`,
    curl: '手动重发（curl）',
    setUp: '本次运行已归还所用云硬盘：请先准备一块同样的云硬盘，并用其 ID 替换',
    grow: (sizes) =>
      `（先依次扩容至 ${sizes.slice(-12).join('、')} GB${sizes.length > 1 ? '；各次请求见 transcript，其中可能有小数' : ''}）`,
    wish: '。发给状态钩子的内容：',
    again: '复现',
    replay: 'DIR 是本报告所在的文件夹。该命令会准备一块云硬盘并重新发送请求。',
    trend: ({ first, runs, passed }) =>
      `${runs === 1 ? '自本次运行起' : `自 ${dayOf(first)} 起连续 ${runs} 次运行`}未通过${passed === null ? '' : `；${dayOf(passed)} 曾通过`}`,
    found: '发现',
    foundAfter: (requests, runs) => `在第 ${requests} 次请求之后；共 ${runs} 个用例`,
    notes: '备注',
  },
  unjudged: { heading: (count) => `没有结论（${count}）`, reason: '原因', many: (count) => `${count} 项要求` },
  requirements: {
    heading: (count) => `全部要求（${count}）`,
    verdict: '结论',
    requirement: '要求',
    level: '级别',
    page: '页面出处',
    evidence: '判定依据',
    runs: '用例数',
    all: '全部',
    none: '–',
    empty: '没有这一结论和级别的要求。',
    place: ({ fact, line, anchor }) =>
      [fact, ...(line === null ? [] : [`第 ${line} 行`]), ...(anchor === null ? [] : [`#${shown(anchor, 80)}`])].join(
        '，',
      ),
  },
  acceptanceMap: acceptanceMapZh,
  ledger: {
    heading: '请求与云硬盘',
    requests: '请求',
    created: '创建的云硬盘',
    lent: '借用的云硬盘',
    returned: '归还的云硬盘',
    left: '遗留的云硬盘',
    nothing: '无',
  },
};
