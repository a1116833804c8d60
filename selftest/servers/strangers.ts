import type { ServedSubject } from '../subject.ts';
import { serveFront } from './front.ts';

/** A right server with the hook of another right server. */
export async function serveSetUpElsewhere(): Promise<ServedSubject> {
  const [target, other] = await Promise.all([serveFront({}), serveFront({})]);
  return {
    ...target,
    statesUrl: other.statesUrl,
    remaining: () => target.remaining() + other.remaining(),
    close: async () => {
      await Promise.all([target.close(), other.close()]);
    },
  };
}
