import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request is about. */
type RequestKind = 'setup' | 'teardown' | 'extend' | 'job' | 'create' | 'delete' | 'list' | 'read';

/** A moment of a run, as the service sees it. */
export interface Moment {
  readonly of: RequestKind | 'any';
  /** The how many-th request of its kind, from 1. */
  readonly nth: number;
  /** Before it is carried out; when it was, and nobody was told; when half of the answer was. */
  readonly when: 'arrived' | 'done' | 'half';
  /** A request that has only arrived is not carried out any more; else it is, although nobody waits for it. */
  readonly isDropped?: true;
}

/** Stands before a service, and says when a moment has come: everything else waits for what is then done. */
export async function openGate(service: string) {
  let awaited: { readonly moment: Moment; readonly reach: () => Promise<void> } | undefined;
  const counts = new Map<string, number>();
  let underWay = 0;
  let last = performance.now();

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const [kind, now] = [kindOf(request, body), awaited];
    for (const of of [kind, 'any']) counts.set(of, (counts.get(of) ?? 0) + 1);
    const isIt =
      now !== undefined && [kind, 'any'].includes(now.moment.of) && counts.get(now.moment.of) === now.moment.nth;
    if (isIt && now.moment.when === 'arrived') {
      await now.reach();
      if (now.moment.isDropped === true) return void response.destroy();
    }
    const answer = await fetch(`${service}${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    if (!isIt || now.moment.when === 'arrived') return void response.end(text);
    if (now.moment.when === 'half') response.write(text.slice(0, text.length / 2));
    await now.reach();
    response.destroy();
  }

  const server = createServer((request, response) => {
    underWay += 1;
    void pass(request, response)
      .catch(() => response.destroy())
      .finally(() => {
        underWay -= 1;
        last = performance.now();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Does `then` when the moment has come, and resolves after it; counts from now. */
    at: (moment: Moment, then: () => Promise<void>) =>
      new Promise<void>((resolve) => {
        counts.clear();
        const reach = async (): Promise<void> => {
          awaited = undefined;
          await then();
          resolve();
        };
        awaited = { moment, reach };
      }),
    forget: () => {
      awaited = undefined;
    },
    /** Nothing has been under way for so long, in ms. */
    quietFor: () => (underWay > 0 ? 0 : performance.now() - last),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function kindOf({ method, url = '' }: IncomingMessage, body: string): RequestKind {
  if (url === '/states') return body.includes('"teardown"') ? 'teardown' : 'setup';
  if (url.endsWith('/action')) return 'extend';
  if (url.includes('/jobs/')) return 'job';
  if (method === 'DELETE') return 'delete';
  if (method === 'POST') return 'create';
  return url.includes('/cloudvolumes/detail') ? 'list' : 'read';
}
