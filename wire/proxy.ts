import { fits } from './no-proxy.ts';

/** Environment variables by name, as a process gets them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment names a proxy, or its exceptions, in an unusable way. No message repeats a value that may hold a
 * password.
 */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
}

/**
 * The proxy for a URL, from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; names in small letters take precedence. undefined:
 * none. A loopback address is never behind a proxy. Throws `ProxyError` if one of the variables cannot be read.
 */
export function proxyFor(url: string, env: Environment): URL | undefined {
  const { protocol, hostname, port } = new URL(url);
  const variable = protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const text = lookUp(env, variable);
  if (text === '' || isLoopback(hostname)) return undefined;
  const proxy = parse(variable, text);
  const place = { hostname, port: port || (protocol === 'https:' ? '443' : '80') };
  return isExempt(lookUp(env, 'NO_PROXY'), place) ? undefined : proxy;
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
    throw new ProxyError(`${variable} is not the address of a proxy: write it like http://proxy.example.com:3128`, {
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

/** An unreadable rule must not be skipped: a token could go to the very proxy that the rule should keep it from. */
function isExempt(rules: string, place: { readonly hostname: string; readonly port: string }): boolean {
  const readings = rules
    .split(/[\s,]+/)
    .filter((rule) => rule !== '')
    .map((rule) => {
      const reading = fits(rule, place);
      if (reading === undefined)
        throw new ProxyError(`NO_PROXY has a rule that cannot be read${quoted(rule)}: ${advice}`);
      return reading;
    });
  return readings.includes(true);
}

const advice = 'write a host, .domain, an address, a range such as 192.0.2.0/24 or 2001:db8::/32, or *';

const quoted = (rule: string): string => (rule.includes('@') ? '' : `, ${JSON.stringify(rule.slice(0, 80))}`);
