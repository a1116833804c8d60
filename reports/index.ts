import type { Result } from '../verdicts/result.ts';
import type { FailingSince } from '../verdicts/trend.ts';
import { ctrf } from './ctrf.ts';
import type { Lang } from './html/languages.ts';
import { page } from './html/page.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';

/** What a format may be told beside the result. */
export interface ReportOptions {
  /** Language of `report.html`, by default English, which every other format is in. */
  readonly lang?: Lang;
  /** Since when rows fail, by id, where earlier reports are at hand. */
  readonly since?: FailingSince | undefined;
}

/** A format: the file it goes to, and the pure function that writes it. */
export interface Report {
  readonly file: string;
  readonly render: (result: Result, options?: ReportOptions) => string;
}

/** Every format that is written to the report folder. The terminal's summary, which takes options, is `console.ts`. */
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
