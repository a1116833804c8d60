import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { certify } from '../../engine/certify.ts';
import { noRecorder, type Recorder } from '../../engine/recorder.ts';
import { markOf } from '../../engine/step.ts';
import { systemClock } from '../../main/clock.ts';
import { defaults } from '../../main/settings/settings.ts';
import { findContract } from '../../spec/load.ts';
import { requirementIn } from '../../spec/requirements.ts';
import { extendVolume } from '../../suites/extend-volume/operation.ts';
import { lookupsFor } from '../../targets/lookups.ts';
import type { Lookup } from '../../targets/observe.ts';
import { openTarget } from '../../targets/open.ts';
import type { Target } from '../../targets/target.ts';
import type { StepMark } from '../../wire/exchange.ts';
import { openSentOrder } from '../sent-order.ts';
import { processorMsSince } from './processor.ts';
import type { RecordedRequest } from './recorded.ts';
import { watchIdle } from './under-way.ts';

const [url = '', runs = '100', file] = process.argv.slice(2);
const recorded: RecordedRequest[] = [];
const clock = systemClock;
const { limits, extensions, minSize, concurrency } = defaults;
const contract = findContract(defaults.contract);
const observe = lookupsFor(contract.contract);
const sent = openSentOrder();
const { target, close } = openTarget({
  url,
  states: `${url}/states`,
  requestMs: limits.requestMs,
  hookMs: limits.hookMs,
  observe,
  clock,
  onExchange: (exchange, _held, times) => sent.see(exchange, times),
});
/** The first case of each check of a MUST. */
const telling = new Map<string, StepMark>();
const recorder: Recorder = {
  ...noRecorder,
  step(step) {
    const isMust = requirementIn(extendVolume.register, step.check).level === 'MUST';
    if (isMust && step.recipe !== undefined && !telling.has(step.check)) telling.set(step.check, markOf(step));
  },
};
const watched = watchIdle(target);
const loadedMb = process.memoryUsage().rss / 1024 ** 2;
const processor = process.cpuUsage();
const start = performance.now();
const result = await certify({
  contract,
  operation: extendVolume,
  target: file === undefined ? watched.target : recording(target),
  seed: 1,
  runs: Number(runs),
  extensions,
  minSize,
  concurrency,
  jobMs: limits.jobMs,
  clock,
  version: 'bench',
  recorder,
});
const wallMs = performance.now() - start;
const processorMs = processorMsSince(processor);
const idleMs = watched.idleMs();
close();
if (file !== undefined) writeFileSync(file, JSON.stringify(recorded));
const tellingAfter = Math.max(...[...telling.values()].map((step) => sent.placeOf([step]) ?? 0));
const failed = result.rows.filter((row) => row.verdict.kind === 'fail').map((row) => row.id);
const { volumesCreated, requests } = result.ledger;
globalThis.gc?.();
const heapMb = process.memoryUsage().heapUsed / 1024 ** 2;
const maxRssMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({
    ...{ requests, hooks: volumesCreated * 2, tellingAfter, failed },
    ...{ wallMs, processorMs, idleMs, loadedMb, maxRssMb, heapMb },
  }),
);

/**
 * The same target, with a record of the requests: the operation and look-ups as they are sent, set-ups as the hook gets
 * them.
 */
function recording(inner: Target): Target {
  const hook = (action: string, params: unknown): void => {
    recorded.push({ method: 'POST', path: '/states', body: JSON.stringify({ state: 'volume', action, params }) });
  };
  return {
    ...inner,
    transport: {
      ...inner.transport,
      send(request) {
        recorded.push({
          method: request.method,
          path: request.path,
          ...(request.body === undefined ? {} : { body: request.body }),
        });
        return inner.transport.send(request);
      },
    },
    observer: {
      ...inner.observer,
      volume(volume, step) {
        recorded.push({
          method: 'GET',
          path: pathOf(observe.volume, { project_id: volume.project, volume_id: volume.id }),
        });
        return inner.observer.volume(volume, step);
      },
      job(project, job, step) {
        recorded.push({ method: 'GET', path: pathOf(observe.job, { project_id: project, job_id: job }) });
        return inner.observer.job(project, job, step);
      },
    },
    provisioner: {
      ...inner.provisioner,
      obtain(spec, asker) {
        hook('setup', spec);
        return inner.provisioner.obtain(spec, asker);
      },
      giveBack(volume) {
        hook('teardown', { project_id: volume.project, volume_id: volume.id });
        return inner.provisioner.giveBack(volume);
      },
    },
  };
}

function pathOf(lookup: Lookup | null, ids: Readonly<Record<string, string>>): string {
  return (lookup?.path ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);
}
