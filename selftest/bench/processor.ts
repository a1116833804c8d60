/** Processor time of this process since `before`, in ms: that of its own code and what the system spent for it. */
export function processorMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
