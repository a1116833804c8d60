/** Something in a report folder that does not follow from the rest of it. */
export interface Problem {
  /** `transcript.ndjson, line 12`, `report.json, <requirement>`. */
  readonly where: string;
  readonly what: string;
}

export const transcriptName = 'transcript.ndjson';

export function atLine(line: number, what: string): Problem {
  return { where: `${transcriptName}, line ${line}`, what };
}
