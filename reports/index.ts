import type { Result } from '../verdicts/result.ts';
import type { FailingSince } from '../verdicts/trend.ts';
import { ctrf } from './ctrf.ts';
import type { Lang } from './html/languages.ts';
import { page } from './html/page.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';

/** Further input of a format, besides the result. */
export interface ReportOptions {
  /** Language of `report.html`, by default English; every other format is in English. */
  readonly lang?: Lang;
  /** The time since which rows fail, by id, if there are earlier reports. */
  readonly since?: FailingSince | undefined;
}

/** A format: its file, and the pure function that writes it. */
export interface Report {
  readonly file: string;
  readonly render: (result: Result, options?: ReportOptions) => string;
}

/** Every format of the report folder. The terminal's summary, which takes options, is in `console.ts`. */
export const reports = {
  json: { file: 'report.json', render: json },
  junit: { file: 'junit.xml', render: junit },
  html: {
    file: 'report.html',
    render: (result: Result, options: ReportOptions = {}) => page(result, options.lang ?? 'en', options.since),
  },
  markdown: {
    file: 'report.md',
    render: (result: Result, options: ReportOptions = {}) => markdown(result, options.since),
  },
  ctrf: { file: 'ctrf-report.json', render: ctrf },
} as const satisfies Record<string, Report>;
