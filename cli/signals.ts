const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const underWay = new Set<(why: string) => void>();

/** Ends everything under way like Ctrl-C, so that volumes are given back; `false` if nothing is. */
export function interruptAll(why: string): boolean {
  for (const interrupt of underWay) interrupt(why);
  return underWay.size > 0;
}

/**
 * Turns the first Ctrl-C (or SIGTERM, or the closing of the terminal) into an abort, so that the report is written; the
 * second one ends the process.
 */
export function onInterrupt(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const interrupt = (why: string): void => {
    if (controller.signal.aborted) return;
    process.stderr.write(`\n${why}: returning volumes and writing the report; press once more to leave at once\n`);
    controller.abort();
  };
  const handle = (): void => {
    if (controller.signal.aborted) {
      process.stderr.write(
        'left at once: the ledger lists the volumes that are out, and evs-conformance sweep returns them\n',
      );
      process.exit(130);
    }
    interrupt('interrupted');
  };
  for (const signal of signals) process.on(signal, handle);
  underWay.add(interrupt);
  const release = (): void => {
    for (const signal of signals) process.off(signal, handle);
    underWay.delete(interrupt);
  };
  return { signal: controller.signal, release };
}
