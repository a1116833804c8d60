import type { Result } from '../verdicts/result.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';

/** A format: the file it goes to, and the pure function that writes it. */
export interface Report {
  readonly file: string;
  readonly render: (result: Result) => string;
}

/** Every format that is written to the report folder. The terminal's summary, which takes options, is `console.ts`. */
export const reports = {
  json: { file: 'report.json', render: json },
  junit: { file: 'junit.xml', render: junit },
} as const satisfies Record<string, Report>;
