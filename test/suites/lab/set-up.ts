import { documented } from '../../../generators/bodies.ts';
import { quantity } from '../../../generators/quantity.ts';
import { plainSetup } from '../../../generators/setups.ts';
import { farewell } from '../../../suites/lab/care.ts';
import { openLab } from '../../../suites/lab/lab.ts';
import type { Subject } from '../../../suites/lab/subject.ts';
import { contract } from '../committed.ts';
import { openService } from './service.ts';

const body = documented(contract.names);
export const bigger = { body, size: quantity('current', 10) };
export const same = { body, size: quantity('current') };

/** A lab over the backend; `close` waits until every volume has gone. */
export function setUp(options: Parameters<typeof openService>[0] = {}) {
  const { run, ...service } = openService(options);
  const lab = openLab(run, 'size.greater');
  const plain = plainSetup(contract, run.room);
  const refuse = async (subject: Subject) => {
    const step = await lab.send(subject, same, { until: 'never' });
    lab.countRefusal(subject, subject.setup);
    return step;
  };
  const close = async () => {
    const blocked = await lab.close();
    for (let idle = run.fleet.take(() => true); idle !== undefined; idle = run.fleet.take(() => true)) {
      await farewell(run, idle);
    }
    await Promise.all(run.departures);
    return blocked;
  };
  return { run, lab, plain, refuse, close, ...service };
}
