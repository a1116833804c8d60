/** One request of a run, as it is replayed. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}
