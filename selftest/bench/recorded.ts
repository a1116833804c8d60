/** One request of a run, for a replay. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}
