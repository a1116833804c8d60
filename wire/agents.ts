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
    return proxy ? new Tunnel(proxy, options, tls) : new https.Agent({ ...options, ...secureOptions(tls) });
  }) as [http.Agent, http.Agent];
  const close = (): void => {
    kept.destroy();
    fresh.destroy();
  };
  return { kept, fresh, proxy, close };
}

/** Encrypted from here to the target, through a proxy that sees none of it, nor the client certificate. */
class Tunnel extends HttpsProxyAgent<string> {
  constructor(proxy: URL, options: http.AgentOptions, tls: TlsOptions) {
    super(proxy.href, { ...options, ...secureOptions({ ca: tls.ca }) });
    // what the constructor is given is for the proxy alone
    Object.assign(this.options, secureOptions(tls));
    this.on('proxyConnect', ({ statusCode }: { statusCode: number }, request: http.ClientRequest) => {
      if (statusCode === 200) return;
      // what a proxy says instead of letting a request through must not be taken for the target's answer
      const error = new Error(`the proxy answered ${statusCode} and let nothing through`);
      request.destroy(Object.assign(error, { code: 'EPROXY' }));
    });
  }

  /** Else found out from the call stack, another way before and after connecting: no connection would be used twice. */
  override isSecureEndpoint(): boolean {
    return true;
  }
}
