import { examplesOf } from '../common/examples.ts';

/** Examples of answers to the plain extension of a volume of 10 GB to 20. */
export const { step, example, refusalExamples } = examplesOf({
  method: 'POST',
  path: '/v2/p1/cloudvolumes/v1/action',
  body: '{"os-extend":{"new_size":20}}',
  size: 20,
});
