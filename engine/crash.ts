/** An error of ours as a report tells it. */
export function crashOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
