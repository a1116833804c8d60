import type { Mixup } from '../../engine/judge/diagnosis.ts';

const cinderKeys = ['badRequest', 'itemNotFound', 'overLimit', 'forbidden', 'conflictingRequest', 'computeFault'];

/** Things that implementers of volume operations mix up. The first one that an answer shows is told. */
export const mixups: readonly Mixup[] = [
  {
    shows: ({ accepted, empty }, { response }) => response.success.schema !== null && accepted(202) && empty,
    sentence: 'this is how the plain volume API (/v2 and /v3/…/volumes/…) answers: 202 with an empty body',
  },
  {
    shows: ({ accepted, has }, { response }) =>
      response.success.status !== 202 && accepted(202) && (has('job_id') || has('order_id')),
    sentence: 'this is how the newer sibling (/v2.1/…/cloudvolumes/…) answers: 202 with a job or an order',
  },
  {
    shows: ({ otherRefusal, has }) => otherRefusal && cinderKeys.some(has),
    sentence: 'this is Cinder’s convention for errors: one key named after the fault, a numeric code in it',
  },
  {
    shows: ({ otherRefusal, has }) => otherRefusal && (has('error_code') || has('error_msg')),
    sentence: 'this is the API gateway’s convention for errors: error_code and error_msg',
  },
];
