import type { ServedSubject } from '../subject.ts';
import { serveFront } from './front.ts';

/** A right server, and the hook of another one that is just as right. */
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
