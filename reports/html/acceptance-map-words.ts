import {
  type Counts,
  type Coverage,
  type Expected,
  isAstray,
  isDoubtful,
  isOff,
  type SizePoint,
} from '../../verdicts/acceptance-map.ts';
import { percent } from '../coverage.ts';
import { circumstancesZh } from './circumstances-zh.ts';

/** The result for one kind of size, as a sign of the drawing. */
export type Sign = 'met' | 'open' | 'astray' | 'doubtful';

/** The texts of the drawings of sizes and of the grid of states. */
export interface AcceptanceMapWords {
  readonly heading: string;
  readonly about: string;
  /** Above each drawing: the origin of its sizes. */
  readonly axis: Readonly<Record<SizePoint['landmark'], string>>;
  /** The content of a drawing in a sentence: all as expected, or the exceptions. */
  readonly summary: (points: readonly SizePoint[]) => string;
  readonly signs: Readonly<Record<Sign, string>>;
  readonly frame: string;
  readonly table: string;
  readonly size: string;
  readonly landmark: Readonly<Record<SizePoint['landmark'], string>>;
  readonly column: string;
  readonly expected: Readonly<Record<Expected, string>>;
  readonly accepted: string;
  readonly refused: string;
  readonly states: string;
  readonly status: string;
  readonly servers: string;
  readonly unshared: string;
  readonly shared: string;
  readonly noServer: string;
  readonly notAsked: string;
  readonly counts: (counts: Counts) => string;
  /** After counts: the expected answer, and the requirements that fail by them. */
  readonly instead: (counts: Counts) => string;
  readonly leftOut: (states: number) => string;
  /** The share of the possible combinations that was sent. */
  readonly coverage: (coverage: Coverage) => string;
}

export const acceptanceMapEn: AcceptanceMapWords = {
  heading: 'Where it accepted and refused',
  about:
    'Counts of answers to plain requests. The verdicts rest on more: on the state of the volumes afterwards, and on valid requests sent for comparison.',
  axis: {
    current: 'Sizes around the current size of the volume, in GB from it.',
    maximum: 'Sizes around the maximum of the page, in GB from it.',
  },
  summary: (points) => {
    const [astray, doubtful] = [points.filter(isAstray), points.filter(isDoubtful)];
    if (astray.length + doubtful.length === 0)
      return points.length === 1 ? 'It came out as expected.' : `All ${points.length} kinds came out as expected.`;
    const wrong = astray.length === 0 ? [] : [`Not as expected: ${astray.map(en).join('; ')}.`];
    return [
      ...wrong,
      ...(doubtful.length === 0
        ? []
        : [`Not the expected answer, and not held against the size: ${doubtful.map(en).join('; ')}.`]),
    ].join(' ');
  },
  signs: {
    met: 'as expected',
    open: 'either is right',
    astray: 'not as expected',
    doubtful: 'not the expected answer, and not held against the size',
  },
  frame: 'frame: what was expected',
  table: 'The sizes as a table',
  size: 'New size, GB',
  landmark: { current: 'current size', maximum: 'maximum' },
  column: 'Expected',
  expected: { accept: 'acceptance', refuse: 'refusal', open: 'either' },
  accepted: 'accepted',
  refused: 'refused',
  states: 'A right size, by the state of the volume and of its servers',
  status: 'Volume',
  servers: 'Servers',
  unshared: 'Unshared',
  shared: 'Shared (multiattach)',
  noServer: 'none',
  notAsked: 'not asked',
  counts: ({ accepted, refused }) =>
    [accepted > 0 ? `accepted ${accepted}` : '', refused > 0 ? `refused ${refused}` : ''].filter(Boolean).join(', '),
  instead: (counts) => {
    const { expected, fails = [] } = counts;
    const by =
      fails.length > 0 ? `: fails ${fails.join(', ')}` : isOff(counts) ? ', and not held against the state' : '';
    if (expected === 'open') return fails.length > 0 ? `– fails ${fails.join(', ')}` : '(either is right)';
    return `– ${expected === 'accept' ? 'acceptance' : 'refusal'} expected${by}`;
  },
  leftOut: (states) => `${states} more states, all of them open, are left out.`,
  coverage: ({ pairs, triples, missing }) =>
    `Circumstances sent together, such as a state of the volume with a form of the size: ${pairs.reached} of ${pairs.of} pairs, ${percent(triples)} % of triples.${missing.length === 0 ? '' : ` Not sent: ${missing.join('; ')}.`}`,
};

const en = (point: SizePoint): string =>
  `${acceptanceMapEn.landmark[point.landmark]} ${point.offset} ${wrong(point) === 'refused' ? `refused ${point.refused}` : `accepted ${point.accepted}`}${by(point, ' (', ', ', ')')}`;

/** The answer by which a point fails; if its answers were the expected ones, the result of an acceptance was wrong. */
const wrong = (point: SizePoint): 'accepted' | 'refused' =>
  point.expected === 'accept' && isOff(point) ? 'refused' : 'accepted';

const by = ({ fails = [] }: SizePoint, start: string, between: string, end: string): string =>
  fails.length === 0 ? '' : `${start}${fails.join(between)}${end}`;

export const acceptanceMapZh: AcceptanceMapWords = {
  heading: '接受与拒绝的分布',
  about: '对普通请求的响应计数。结论的依据不止于此：还要看云硬盘的实际变化，以及作为对照的有效请求。',
  axis: {
    current: '云硬盘当前容量附近的取值（以当前容量为 0，单位 GB）。',
    maximum: '页面所述最大容量附近的取值（以最大容量为 0，单位 GB）。',
  },
  summary: (points) => {
    const [astray, doubtful] = [points.filter(isAstray), points.filter(isDoubtful)];
    if (astray.length + doubtful.length === 0) return `${points.length} 类取值均符合预期。`;
    const wrong = astray.length === 0 ? '' : `不符合预期：${astray.map(zh).join('；')}。`;
    return `${wrong}${doubtful.length === 0 ? '' : `与预期不同，但不归咎于该取值：${doubtful.map(zh).join('；')}。`}`;
  },
  signs: { met: '符合预期', open: '两者皆可', astray: '不符合预期', doubtful: '与预期不同，但不归咎于该取值' },
  frame: '方框：预期结果',
  table: '以表格显示各容量取值',
  size: '新容量（GB）',
  landmark: { current: '当前容量', maximum: '最大容量' },
  column: '预期',
  expected: { accept: '接受', refuse: '拒绝', open: '两者皆可' },
  accepted: '接受',
  refused: '拒绝',
  states: '容量取值正确时，按云硬盘状态与云服务器状态',
  status: '云硬盘',
  servers: '云服务器',
  unshared: '非共享',
  shared: '共享（multiattach）',
  noServer: '无',
  notAsked: '未请求',
  counts: ({ accepted, refused }) =>
    [accepted > 0 ? `接受 ${accepted} 次` : '', refused > 0 ? `拒绝 ${refused} 次` : ''].filter(Boolean).join('，'),
  instead: (counts) => {
    const { expected, fails = [] } = counts;
    const by = fails.length > 0 ? `，不符合 ${fails.join('、')}` : isOff(counts) ? '，但不归咎于该状态' : '';
    if (expected === 'open') return fails.length > 0 ? `（不符合 ${fails.join('、')}）` : '（两者皆可）';
    return `（${expected === 'accept' ? '应接受' : '应拒绝'}${by}）`;
  },
  leftOut: (states) => `另有 ${states} 种状态未列出，其结果均为两者皆可。`,
  coverage: ({ pairs, triples, missing }) =>
    `同一请求中组合的条件（例如云硬盘状态与容量写法）：两两组合 ${pairs.of} 种中已请求 ${pairs.reached} 种，三三组合 ${percent(triples)} %。${missing.length === 0 ? '' : `未请求：${missing.map(circumstancesZh).join('；')}。`}`,
};

const zh = (point: SizePoint): string =>
  `${acceptanceMapZh.landmark[point.landmark]} ${point.offset} ${wrong(point) === 'refused' ? `被拒绝 ${point.refused} 次` : `被接受 ${point.accepted} 次`}${by(point, '（', '、', '）')}`;
