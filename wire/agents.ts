import http from 'node:http';
import https from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { type Environment, proxyFor } from './proxy.ts';
import { secureOptions, type TlsOptions } from './tls.ts';

/** The connections to one server. */
export interface Agents {
  /** Keeps connections. */
  readonly kept: http.Agent;
  /** A connection for each request. */
  readonly fresh: http.Agent;
  /** The proxy on the way, password included. */
  readonly proxy: URL | undefined;
  close(): void;
}

/** Connections to the server of a URL, through the proxy that the environment names for it. Throws `ProxyError`. */
export function openAgents(url: string, tls: TlsOptions, env: Environment): Agents {
  const proxy = proxyFor(url, env);
  const [kept, fresh] = [true, false].map((keepAlive) => {
    const options = { keepAlive, maxSockets: 64 };
    if (!url.startsWith('https:')) return proxy ? new HttpProxyAgent(proxy, options) : new http.Agent(options);
    return proxy ? new Tunnel(proxy, options, tls) : new https.Agent({ ...options, ...secureOptions(tls) });
  }) as [http.Agent, http.Agent];
  const close = (): void => {
    kept.destroy();
    fresh.destroy();
  };
  return { kept, fresh, proxy, close };
}

/** Encrypted from here to the target: the proxy between sees neither the content nor the client certificate. */
class Tunnel extends HttpsProxyAgent<string> {
  constructor(proxy: URL, options: http.AgentOptions, tls: TlsOptions) {
    super(proxy.href, { ...options, ...secureOptions({ ca: tls.ca }) });
    // the options given to the constructor are for the proxy alone
    Object.assign(this.options, secureOptions(tls));
    this.on('proxyConnect', ({ statusCode }: { statusCode: number }, request: http.ClientRequest) => {
      if (statusCode === 200) return;
      // the proxy's own answer to a request that it does not let through must not be taken for the target's
      const error = new Error(`the proxy answered ${statusCode} and let nothing through`);
      request.destroy(Object.assign(error, { code: 'EPROXY' }));
    });
  }

  /**
   * By default this is found out from the call stack, with another result before connecting than after: no connection
   * would be used twice.
   */
  override isSecureEndpoint(): boolean {
    return true;
  }
}
