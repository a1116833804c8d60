/** The states of a job that has not ended, and of one that has. */
export const running: ReadonlySet<string> = new Set(['INIT', 'RUNNING']);
export const ends: ReadonlySet<string> = new Set(['SUCCESS', 'FAIL']);

/** All that a job can say of itself. */
export const words: ReadonlySet<string> = new Set([...running, ...ends]);
