import type { Example } from '../../engine/check.ts';
import type { Ending, Outcome, Poll, Step, Trace } from '../../engine/step.ts';
import type { Expectation } from '../../generators/oracle.ts';
import type { JobReading, VolumeReading } from '../../targets/observe.ts';
import { parseJson } from '../../wire/json.ts';

/** The parts of a step that matter to an example; the rest is as in a plain run. */
export interface Sketch {
  readonly body?: string;
  /** The quantity in a body of its own, spelled as it stands there. */
  readonly asked?: string;
  readonly expects?: Expectation;
  readonly outcome?: Outcome;
  readonly status?: number;
  /** The text of the answer; JSON is labelled as such. */
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
export const envelope = '{"error":{"message":"it is not allowed","code":"EVS.0001"}}';

/** The plain request of an operation, on which its examples are built. */
export interface PlainRequest {
  readonly method: string;
  /** Below the target's URL. */
  readonly path: string;
  readonly body: string;
  /** The size that has to result, in GB; null if the request asks for none. */
  readonly size: number | null;
}

/** In GB, before the request. */
const usualSize = 10;

/** Builds the examples of one operation. */
export function examplesOf(plain: PlainRequest) {
  const step = (sketch: Sketch): Step => stepOf(sketch, plain);

  /** An example of one step. */
  function example(title: string, sketch: Sketch, more: Partial<Trace> = {}): Example {
    return { title, trace: { steps: [step(sketch)], ...more } };
  }

  /** The examples of a rule that refuses: the same request refused, and accepted. */
  function refusalExamples(body: string, clause: string, sketch: Sketch = {}) {
    const about: Sketch = { body, expects: { kind: 'refuse', clauses: [clause] }, ...sketch };
    const request = `${body} on a volume of ${sketch.from ?? usualSize} GB`;
    return {
      conforms: [example(`${request} is refused`, { ...about, outcome: 'refused' })],
      violates: [example(`${request} is accepted`, { ...about, outcome: 'accepted' })],
    };
  }

  return { step, example, refusalExamples };
}

/** A step as a judge sees it, from the parts that matter. */
function stepOf(sketch: Sketch, { method, path, body: documented, size: asked }: PlainRequest): Step {
  const from = sketch.from ?? usualSize;
  const to = sketch.to ?? from;
  const text = sketch.text ?? (sketch.outcome === 'refused' ? envelope : job);
  const status = sketch.status ?? (sketch.outcome === 'refused' ? 400 : 200);
  const volume = { size: from, status: 'available', multiattach: false, ...sketch.volume };
  const body = sketch.body ?? documented;
  const documentedly = sketch.body === undefined && asked !== null ? String(asked) : null;
  const reading = (size: number, state: string, attributes: Readonly<Record<string, unknown>>): VolumeReading => ({
    kind: 'volume',
    size,
    status: state,
    multiattach: volume.multiattach,
    attributes,
  });
  const after = reading(to, sketch.statusAfter ?? volume.status, sketch.attributesAfter ?? sketch.attributes ?? {});
  return {
    check: 'operation.route',
    ordinal: 1,
    about: '',
    history: [from],
    recipe: undefined,
    case: { path: { project_id: 'p1', volume_id: 'v1' }, body, volume, servers: sketch.servers ?? [] },
    asked: sketch.asked ?? documentedly,
    expectation: sketch.expects ?? { kind: 'accept', size: asked },
    exchange: {
      request: { method, path, body },
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
    polls: (sketch.jobs ?? []).map((word, at): Poll => ({ at: at * 500, job: jobSeen(word), volume: after })),
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
