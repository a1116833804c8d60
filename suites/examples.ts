import type { Example } from '../engine/check.ts';
import type { Ending, Outcome, Sight, Step, Trace } from '../engine/step.ts';
import type { Expectation } from '../generators/oracle.ts';
import type { JobReading, VolumeReading } from '../targets/observe.ts';
import { parseJson } from '../wire/json.ts';

/** The parts of a step that an example is about; all else is as in a plain run. */
export interface Sketch {
  readonly body?: string;
  readonly expects?: Expectation;
  readonly outcome?: Outcome;
  readonly status?: number;
  /** The answer's text; JSON is labelled as such. */
  readonly text?: string;
  readonly type?: string;
  /** Sizes in GB, before and after. */
  readonly from?: number;
  readonly to?: number;
  readonly ending?: Ending;
  readonly volume?: Partial<Step['case']['volume']>;
  readonly servers?: readonly string[];
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly attributesAfter?: Readonly<Record<string, unknown>>;
  readonly statusAfter?: string;
  readonly jobs?: readonly string[];
}

export const job = '{"job_id":"70a599e0-31e7-49b7-b260-868f441e862b"}';
export const envelope = '{"error":{"message":"new_size is not allowed","code":"EVS.0001"}}';

/** A step as a judge sees it, from the parts that matter. */
export function step(sketch: Sketch): Step {
  const from = sketch.from ?? 10;
  const to = sketch.to ?? from;
  const text = sketch.text ?? (sketch.outcome === 'refused' ? envelope : job);
  const status = sketch.status ?? (sketch.outcome === 'refused' ? 400 : 200);
  const volume = { size: from, status: 'available', multiattach: false, ...sketch.volume };
  const body = sketch.body ?? '{"os-extend":{"new_size":20}}';
  const reading = (size: number, state: string, attributes: Readonly<Record<string, unknown>>): VolumeReading => ({
    kind: 'volume',
    size,
    status: state,
    multiattach: volume.multiattach,
    attributes,
  });
  const after = reading(to, sketch.statusAfter ?? volume.status, sketch.attributesAfter ?? sketch.attributes ?? {});
  const path = '/v2/p1/cloudvolumes/v1/action';
  return {
    check: 'operation.route',
    ordinal: 1,
    about: '',
    history: [from],
    recipe: undefined,
    case: { path: { project_id: 'p1', volume_id: 'v1' }, body, volume, servers: sketch.servers ?? [] },
    expectation: sketch.expects ?? { kind: 'accept', size: 20 },
    exchange: {
      request: { method: 'POST', path, body },
      url: `http://127.0.0.1${path}`,
      sent: {},
      reply: {
        kind: 'answer',
        status,
        headers: { 'content-type': sketch.type ?? 'application/json' },
        text,
        truncated: false,
        json: parseJson(text),
      },
    },
    outcome: sketch.outcome ?? 'accepted',
    before: reading(from, volume.status, sketch.attributes ?? {}),
    after,
    ending: sketch.ending,
    sights: (sketch.jobs ?? []).map((word, at): Sight => ({ at: at * 500, job: jobSeen(word), volume: after })),
    repeats: undefined,
    alone: false,
    lockedBy: undefined,
    previous: undefined,
    inScope: true,
  };
}

function jobSeen(status: string): JobReading {
  return { kind: 'job', id: '70a599e0-31e7-49b7-b260-868f441e862b', status };
}

/** An example of one step. */
export function example(title: string, sketch: Sketch, more: Partial<Trace> = {}): Example {
  return { title, trace: { steps: [step(sketch)], ...more } };
}

/** The examples of a rule that refuses: the same request refused, and accepted. */
export function refusalExamples(body: string, clause: string, sketch: Sketch = {}) {
  const about: Sketch = { body, expects: { kind: 'refuse', clauses: [clause] }, ...sketch };
  return {
    conforms: [example('it is refused', { ...about, outcome: 'refused' })],
    violates: [example('it is accepted', { ...about, outcome: 'accepted' })],
  };
}
