import { type Fields, sized } from '../bench.ts';
import { IN_USE, SHARED } from './attempt.ts';

/** A request in more than one circumstance of its own. */
export interface Meeting {
  /** The requirement that speaks of it. */
  readonly row: string;
  readonly volume: Fields;
  /** How often it is extended before, by 10 GB each time. */
  readonly times: number;
  readonly body: string;
  /** The size (GB) that it has to get; null where the request has to be refused. */
  readonly wanted: number | null;
  /** The same without what it is about: where that goes wrong as well, another requirement is broken. */
  readonly twin: Partial<Pick<Meeting, 'volume' | 'times' | 'body'>> | undefined;
}

const FREE: Fields = { size: 40 };
const USED: Fields = { ...FREE, ...IN_USE };
const TWO: Fields = { ...USED, servers: ['ACTIVE', 'SHUTOFF'] };
const GIVEN: Fields = { ...FREE, ...SHARED };
const LARGE: Fields = { size: 16000 };
const served = (...servers: readonly string[]): Fields => ({ ...USED, servers });

const inside = (more: string): string => `{"os-extend":{"new_size":${more}}}`;
const indented = (size: number): string => `{\n  "os-extend": {\n    "new_size": ${size}\n  }\n}`;

type Request = readonly [volume: Fields, times: number, body: string];

type TwinOf = (request: Request) => Meeting['twin'];

const refused = (row: string, requests: readonly Request[], twin: TwinOf = () => undefined): readonly Meeting[] =>
  requests.map(([volume, times, body]) => ({
    ...{ row, volume, times, body, wanted: null },
    twin: twin([volume, times, body]),
  }));

const accepted = (
  row: string,
  requests: readonly (readonly [...Request, wanted: number])[],
  twin: TwinOf = () => undefined,
): readonly Meeting[] =>
  requests.map(([volume, times, body, wanted]) => ({
    ...{ row, volume, times, body, wanted },
    twin: twin([volume, times, body]),
  }));

/** The same number as an integer. */
const asInteger: TwinOf = ([, , body]) => ({
  body: body.replace(/-?\d[\d.eE+-]*(?=})/, (size) => String(Math.trunc(Number(size)))),
});
/** The same on a free volume that is nobody else's. */
const asFree: TwinOf = ([{ size }]) => ({ volume: { size } });
/** One of the ordinary requests to such a volume. */
const asFresh: TwinOf = () => ({ times: 0, body: sized(30000) });

/** Every requirement in circumstances that only a pair or a triple of them makes up. */
export const MEETINGS: readonly Meeting[] = [
  ...refused('size.not-greater', [
    [FREE, 2, sized(60)],
    [FREE, 0, inside('40,"more":1')],
    [FREE, 0, sized('3e1')],
    [FREE, 0, sized('300e-1')],
    [TWO, 0, sized(30)],
    [LARGE, 0, sized('15999.5')],
    [FREE, 0, sized('-1.5')],
    [served('SHUTOFF'), 0, sized(0)],
  ]),
  ...refused('size.over-maximum', [
    [FREE, 0, sized('32769.5')],
    [LARGE, 0, sized(32769)],
    [FREE, 0, '{"os-extend":{"new_size":40000},"more":1}'],
    [USED, 2, sized(40000)],
    [USED, 0, sized('4e4')],
    [GIVEN, 0, sized('40000.5')],
    [USED, 0, sized(65736)],
    [FREE, 0, sized('42949674960e-1')],
    [FREE, 1, sized(2 ** 31)],
  ]),
  ...refused(
    'decimal.lower-bound',
    [
      [FREE, 2, sized('60.9')],
      [TWO, 0, sized('40.9')],
      [FREE, 0, sized('409e-1')],
    ],
    asInteger,
  ),
  ...accepted(
    'size.greater',
    [
      [FREE, 1, sized(51), 51],
      [LARGE, 0, sized(16001), 16001],
      [GIVEN, 0, sized(32767), 32767],
    ],
    asFresh,
  ),
  ...accepted(
    'size.maximum',
    [
      [USED, 0, sized(32768), 32768],
      [FREE, 2, sized(32768), 32768],
    ],
    () => ({ body: sized(30000) }),
  ),
  ...accepted(
    'decimal.accepted',
    [
      [GIVEN, 0, sized('200.5'), 200],
      [served('SUSPENDED'), 0, sized('200.5'), 200],
      [FREE, 0, sized('41.5'), 41],
      [LARGE, 0, sized('20000.0'), 20000],
    ],
    asInteger,
  ),
  ...accepted(
    'decimal.truncated',
    [
      [USED, 0, sized('200.9'), 200],
      [FREE, 1, sized('200.1'), 200],
      [FREE, 0, sized('32767.1'), 32767],
      [GIVEN, 0, sized('200.999999999'), 200],
    ],
    asInteger,
  ),
  ...accepted(
    'decimal.upper-bound',
    [
      [USED, 0, sized('32768.5'), 32768],
      [FREE, 1, sized('32768.0'), 32768],
    ],
    asInteger,
  ),
  ...accepted(
    'decimal.spelling',
    [
      [USED, 0, sized('2e2'), 200],
      [LARGE, 0, sized('2E+4'), 20000],
      [FREE, 0, sized('3.2768e4'), 32768],
    ],
    asInteger,
  ),
  ...accepted(
    'state.in-use',
    [
      [served('PAUSED'), 1, sized(60), 60],
      [{ ...TWO, ...LARGE }, 0, sized(20000), 20000],
      [served('SUSPENDED'), 0, sized('200.5'), 200],
      [USED, 0, sized(32768), 32768],
    ],
    asFree,
  ),
  ...accepted(
    'state.available-shared',
    [
      [GIVEN, 2, sized(70), 70],
      [GIVEN, 0, sized('200.5'), 200],
      [GIVEN, 0, sized(32767), 32767],
    ],
    asFree,
  ),
  ...refused('state.in-use-shared', [
    [{ ...USED, ...SHARED }, 0, sized('200.5')],
    [{ ...USED, ...SHARED }, 0, sized('2e2')],
    [{ ...USED, ...SHARED, ...LARGE }, 0, sized(20000)],
    [{ ...USED, ...SHARED, ...LARGE }, 0, sized('20000.5')],
  ]),
  ...refused('state.server-status', [
    [served('ERROR'), 0, sized('2e2')],
    [served('ACTIVE', 'ERROR'), 0, sized('200.5')],
    [served('REBOOT'), 0, indented(200)],
    [served('REBOOT'), 0, sized(41)],
  ]),
  ...refused('state.other', [[{ ...FREE, status: 'error' }, 0, sized('200.5')]]),
  ...refused('body.os-extend', [
    [USED, 0, '{"OS-EXTEND":{"NEW_SIZE":200}}'],
    [FREE, 1, '{"OS-EXTEND":{"NEW_SIZE":200}}'],
    [FREE, 1, '{}'],
  ]),
  ...refused('body.new-size', [
    [GIVEN, 0, inside('0').replace('new', 'NEW')],
    [GIVEN, 0, sized(200).replace('new_size', 'NEW_SIZE')],
    [LARGE, 0, sized(20000).replace('new_size', 'NEW_SIZE')],
    [USED, 0, '{"os-extend":{}}'],
  ]),
  ...refused('body.new-size-type', [
    [USED, 0, sized('"abc"')],
    [FREE, 1, sized('[200]')],
  ]),
  ...accepted(
    'body.extra-keys',
    [
      [USED, 0, inside('200,"new_size":200'), 200],
      [LARGE, 0, inside('20000,"new_size":20000'), 20000],
      [FREE, 0, inside('200.5,"more":1'), 200],
    ],
    ([, , body]) => ({ body: sized(/:([\d.e]+),/.exec(body)?.[1] ?? '') }),
  ),
  ...accepted('effect.size', [
    [USED, 1, sized(60), 60],
    [GIVEN, 1, sized(60), 60],
    [{ ...TWO, ...LARGE }, 0, sized(20001), 20001],
  ]),
  ...accepted('effect.absolute', [[GIVEN, 1, sized(60), 60]]),
  // what the rows about answers and effects see beside those above
  ...refused('', [
    [GIVEN, 0, sized('40.9')],
    [USED, 0, sized(40)],
    [USED, 0, sized(40000)],
    [served('PAUSED'), 0, sized(40)],
    [FREE, 1, sized(40000)],
    [FREE, 0, sized('4e4')],
  ]),
  ...accepted('', [
    [GIVEN, 0, sized('2e2'), 200],
    [LARGE, 0, sized('20000.5'), 20000],
    [USED, 0, sized('200.5'), 200],
    [GIVEN, 0, sized('200.5'), 200],
    [USED, 2, sized(70), 70],
  ]),
];
