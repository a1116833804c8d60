import { describe, expect, test } from 'vitest';
import { openWatch } from '../../../engine/checking/watch.ts';
import type { Step } from '../../../engine/step.ts';
import { documented } from '../../../generators/bodies.ts';
import { type Form, quantity } from '../../../generators/quantity.ts';
import { roomOf } from '../../../generators/room.ts';
import { plainSetup } from '../../../generators/setups.ts';
import { extensionOf } from '../../../spec/extension.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import { registry } from '../../../suites/extend-volume/registry.ts';
import { contract } from '../../suites/committed.ts';

describe('a watch over all answers', () => {
  const watch = () => openWatch(registry['response.success-status'], extendVolume, contract);
  const wrong = (body: string, size = 10) => step({ status: 202, body, volume: { size } });

  test('keeps the smallest wrong step, in whatever order they come', () => {
    const steps = [
      wrong('{"os-extend":{"new_size":2000}}'),
      wrong('{"os-extend":{"new_size":21}}'),
      wrong('{"os-extend":{"new_size":20}}'),
      wrong('{"os-extend":{"new_size":20}}', 40),
      step({ status: 202, volume: { status: 'in-use' }, servers: ['ACTIVE'], body: '{}' }),
    ];
    for (const order of [steps, [...steps].reverse(), [...steps.slice(2), ...steps.slice(0, 2)]]) {
      const one = watch();
      for (const each of order) one.see(each);
      expect(one.finding()).toMatchObject({ runs: 5, failure: { complaint: { step: steps[2] } }, crash: undefined });
    }
  });

  test('rather tells of a plain number than of the same one with an exponent', () => {
    const one = watch();
    const setup = { ...plainSetup(contract, roomOf(contract, 10, undefined)) };
    const shown = (form: Form) => ({
      ...wrong(`{"os-extend":{"new_size":${form === 'e' ? '1e1' : '10'}}}`),
      recipe: { setup, body: documented(extensionOf(contract)), size: quantity('current', 0, { form }), variant: 0 },
    });
    for (const form of ['e', 'plain', 'E+'] as const) one.see(shown(form));
    expect(one.finding().failure?.complaint.step.case.body).toBe('{"os-extend":{"new_size":10}}');
  });

  test('counts only what it applies to, and is observed only where all of it was', () => {
    const one = watch();
    one.see(step({ outcome: 'refused' }));
    expect(one.finding()).toMatchObject({ runs: 0, failure: undefined });
    one.see(step({}));
    expect(one.finding()).toMatchObject({ runs: 1, observed: true });
    one.see({ ...step({}), after: undefined });
    expect(one.finding()).toMatchObject({ runs: 2, observed: false });
  });

  test('finds what two requests have in common and may not have, if they are for two volumes', () => {
    const jobs = (...steps: readonly Step[]) => {
      const one = openWatch(registry['job.reachable'], extendVolume, contract);
      for (const each of steps) one.see(each);
      return one.finding().failure;
    };
    const of = (volume_id: string, job: string): Step => {
      const one = step({ text: JSON.stringify({ job_id: job }) });
      return { ...one, case: { ...one.case, path: { ...one.case.path, volume_id } } };
    };
    const [first, second] = [of('a', 'job-1'), of('b', 'job-1')];
    expect(jobs(first, of('c', 'job-2'), second)).toMatchObject({
      complaint: { kind: 'same', step: second, beside: [first] },
      evidence: { trace: { steps: [first, second] } },
    });
    expect(jobs(first, of('b', 'job-2'))).toBeUndefined();
    // what is sent twice at once may be taken for one request
    expect(jobs(first, of('a', 'job-1'))).toBeUndefined();
    // an answer at length is not kept
    const long = {
      ...first,
      exchange: step({ text: JSON.stringify({ job_id: 'job-1', more: 'x'.repeat(5_000) }) }).exchange,
    };
    expect(jobs(long, second)).toBeUndefined();
    expect(jobs(first, { ...second, outcome: 'refused' }, { ...second, inScope: false })).toBeUndefined();
  });

  test('tells of its own crash, unless it has found something', () => {
    const broken = {
      ...registry['response.success-status'],
      judge: () => {
        throw new TypeError('x');
      },
    };
    const one = openWatch(broken, extendVolume, contract);
    one.see(step({}));
    expect(one.finding()).toMatchObject({ crash: 'TypeError: x', failure: undefined });
    let calls = 0;
    const { judge } = registry['response.success-status'];
    const sometimes = openWatch(
      {
        ...broken,
        judge: (trace, given) => {
          calls += 1;
          if (calls === 1) throw new TypeError('x');
          return judge(trace, given);
        },
      },
      extendVolume,
      contract,
    );
    sometimes.see(step({}));
    sometimes.see(wrong('{}'));
    expect(sometimes.finding()).toMatchObject({ crash: undefined, failure: { complaint: { kind: 'status' } } });
  });
});
