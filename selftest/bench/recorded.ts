/** One request of a run, as it is replayed. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}
