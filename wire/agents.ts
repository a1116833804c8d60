import http from 'node:http';
import https from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { type Environment, proxyFor } from './proxy.ts';
import { secureOptions, type TlsOptions } from './tls.ts';

/** Where connections to one server come from. */
export interface Agents {
  /** Keeps connections. */
  readonly kept: http.Agent;
  /** A connection for each request. */
  readonly fresh: http.Agent;
  /** The proxy that they lead through, password included. */
  readonly proxy: URL | undefined;
  close(): void;
}

/** Connections to the server of a URL, through the proxy that the environment names for it. Throws `ProxyError`. */
export function openAgents(url: string, tls: TlsOptions, env: Environment): Agents {
  const proxy = proxyFor(url, env);
  const [kept, fresh] = [true, false].map((keepAlive) => {
    const options = { keepAlive, maxSockets: 64 };
    if (!url.startsWith('https:')) return proxy ? new HttpProxyAgent(proxy, options) : new http.Agent(options);
    const secure = { ...options, ...secureOptions(tls) };
    return proxy ? tunnel(new HttpsProxyAgent(proxy, secure)) : new https.Agent(secure);
  }) as [http.Agent, http.Agent];
  const close = (): void => {
    kept.destroy();
    fresh.destroy();
  };
  return { kept, fresh, proxy, close };
}

/** What a proxy says instead of letting a request through must not be taken for the target's answer. */
function tunnel(agent: HttpsProxyAgent<string>): http.Agent {
  agent.on('proxyConnect', ({ statusCode }: { statusCode: number }, request: http.ClientRequest) => {
    if (statusCode === 200) return;
    const error = new Error(`the proxy answered ${statusCode} and let nothing through`);
    request.destroy(Object.assign(error, { code: 'EPROXY' }));
  });
  return agent;
}
