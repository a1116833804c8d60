import type { Trace } from '../../engine/step.ts';
import { examplesOf, type Sketch } from '../common/examples.ts';

const plain = examplesOf({ method: 'DELETE', path: '/v2/p1/cloudvolumes/v1', body: '', size: null });

/** In these examples, a changed volume is a volume that is gone. */
const withEffect = (sketch: Sketch): Sketch =>
  sketch.to === undefined || sketch.to === (sketch.from ?? 10) ? sketch : { ...sketch, to: 0, statusAfter: 'gone' };

/** Examples of answers to the deletion of a volume of 10 GB. */
export const step = (sketch: Sketch) => plain.step(withEffect(sketch));
export const example = (title: string, sketch: Sketch, more?: Partial<Trace>) =>
  plain.example(title, withEffect(sketch), more);
