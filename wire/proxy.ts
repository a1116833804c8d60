/** Names of variables and what they hold, as a process is given them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment names a proxy in a way that cannot be used. The message does not repeat it: it may hold a password. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
}

/**
 * The proxy for a URL, from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; small letters go first. undefined: none.
 * A loopback address is never behind a proxy.
 */
export function proxyFor(url: string, env: Environment): URL | undefined {
  const { protocol, hostname, port } = new URL(url);
  const variable = protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const text = lookUp(env, variable);
  if (text === '' || isLoopback(hostname)) return undefined;
  const isExempt = lookUp(env, 'NO_PROXY')
    .split(/[\s,]+/)
    .some((rule) => matches(rule, hostname, port || (protocol === 'https:' ? '443' : '80')));
  return isExempt ? undefined : parse(variable, text);
}

function lookUp(env: Environment, variable: string): string {
  return (env[variable.toLowerCase()] || env[variable] || '').trim();
}

function parse(variable: string, text: string): URL {
  let proxy: URL;
  try {
    proxy = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    decodeURIComponent(proxy.username + proxy.password);
  } catch (cause) {
    throw new ProxyError(`${variable} is no address of a proxy: write it like http://proxy.example.com:3128`, {
      cause,
    });
  }
  if (!['http:', 'https:'].includes(proxy.protocol)) {
    throw new ProxyError(
      `${variable} names a proxy that speaks ${proxy.protocol} only http: and https: are known here`,
    );
  }
  return proxy;
}

/** `localhost`, names below it, 127.0.0.0/8 and ::1, as `URL` spells them. */
export function isLoopback(hostname: string): boolean {
  return /^(.+\.)?localhost\.?$/i.test(hostname) || /^127(\.\d+){3}$/.test(hostname) || hostname === '[::1]';
}

/** A rule of NO_PROXY: `*`, a host, `.domain` or `*.domain` (hosts below it), a host and port. */
function matches(rule: string, hostname: string, port: string): boolean {
  if (rule === '*') return true;
  const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(rule.toLowerCase()) ?? [];
  if (name === '' || (only !== undefined && only !== port)) return false;
  const host = hostname.toLowerCase();
  const suffix = name.replace(/^\*?\./, '.');
  return suffix.startsWith('.') ? host.endsWith(suffix) : host === name || host.endsWith(`.${name}`);
}
