import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveFront } from '../servers/front.ts';
import type { TrialSubject } from '../subject.ts';
import { isExtension } from './on-action.ts';

/** Counts requests to the redirect's target, where none may arrive. */
export async function serveRedirect(): ReturnType<TrialSubject['start']> {
  let strayed = 0;
  const elsewhere = createServer((_request, response) => {
    strayed += 1;
    response.end();
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/stolen`;
  const front = await serveFront({
    dress: (reply, call) => (isExtension(call) ? { status: 307, headers: { location }, body: Buffer.alloc(0) } : reply),
  });
  return {
    ...front,
    // such a request is as bad as a volume left behind
    remaining: () => front.remaining() + strayed,
    close: async () => {
      await front.close();
      await new Promise((done) => elsewhere.close(done));
    },
  };
}
