const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns the first Ctrl-C (or SIGTERM, or a terminal that is closed) into an abort, so that the report is written; the second ends the process. */
export function onInterrupt(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const handle = (): void => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write('\ninterrupted: giving volumes back and writing the report; once more to leave at once\n');
    controller.abort();
  };
  for (const signal of signals) process.on(signal, handle);
  const release = (): void => {
    for (const signal of signals) process.off(signal, handle);
  };
  return { signal: controller.signal, release };
}
