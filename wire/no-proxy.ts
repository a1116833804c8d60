import { BlockList, isIP } from 'node:net';

/** The place to compare with a rule: the host as `URL` spells it, and the port. */
interface ProxiedPlace {
  readonly hostname: string;
  readonly port: string;
}

/** Whether a rule fits a place; undefined if the rule cannot be read. */
type RuleFit = boolean | undefined;

/**
 * Whether a rule of NO_PROXY fits; undefined where it is none of these:
 *
 * - `*`: every host
 * - `example.com`: it and the hosts below it; `.example.com` or `*.example.com`: those below it alone
 * - `192.0.2.7`, `2001:db8::1`, `[2001:db8::1]`: an address, however the URL spells it
 * - `192.0.2.0/24`, `2001:db8::/32`: a range of addresses
 *
 * A name or an address may have a port behind it, an IPv6 address only in brackets.
 */
export function fits(rule: string, { hostname, port }: ProxiedPlace): RuleFit {
  if (rule === '*') return true;
  const host = hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (rule.includes('/') || isIP(rule) === 6) return fitsRange(rule, host);
  const [, bracketed, name = '', only = port] = /^(?:\[(.*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(rule) ?? [];
  const reading =
    bracketed === undefined
      ? fitsName(name.toLowerCase(), host)
      : isIP(bracketed) === 6
        ? fitsRange(bracketed, host)
        : undefined;
  return reading && Number(only) === Number(port);
}

/** An address without a length is a range of one address. */
function fitsRange(rule: string, host: string): RuleFit {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(rule) ?? [];
  const version = isIP(address);
  const all = version === 4 ? 32 : 128;
  const length = bits === undefined ? all : Number(bits);
  if (version === 0 || address.includes('%') || length > all) return undefined;
  const range = new BlockList();
  range.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6');
  // an IPv4 address inside an IPv6 one is matched by rules of either kind
  return isIP(host) !== 0 && range.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6');
}

function fitsName(rule: string, host: string): RuleFit {
  if (isIP(rule) === 4) return fitsRange(rule, host);
  const [, below, name = ''] = /^(\*?\.)?([^*]+?)\.?$/.exec(rule) ?? [];
  const ascii = asUrlSpells(name);
  // `10.` and `10.0` are the beginning of an address to some programs, and another address to `URL`
  if (ascii === undefined || isIP(ascii) !== 0) return undefined;
  const own = host.replace(/\.$/, '');
  return own.endsWith(`.${ascii}`) || (below === undefined && own === ascii);
}

/** A name with other letters stands in a URL as `xn--…`. */
function asUrlSpells(name: string): string | undefined {
  return /^[^\s/?#@:\\[\]<>]+$/.test(name) && URL.canParse(`http://${name}`)
    ? new URL(`http://${name}`).hostname
    : undefined;
}
