/** Processor time of this process since `before`, in ms: its own code, and the system's work for it. */
export function processorMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
