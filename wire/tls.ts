import { createSecureContext, rootCertificates } from 'node:tls';

/** Certificates in PEM, besides those that Node knows. */
export interface TlsOptions {
  /** Authorities that are trusted as well. */
  readonly ca?: string | undefined;
  /** One's own certificate, for a server that asks for it; with its key. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** The options for Node: an authority of one's own must not end the trust in all others. */
export function secureOptions({ ca, cert, key }: TlsOptions) {
  return {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  };
}

/** The reason why these certificates cannot be used; undefined if they can. It quotes none of them. */
export function tlsProblem({ ca, cert, key }: TlsOptions): string | undefined {
  if (ca !== undefined && !ca.includes('-----BEGIN CERTIFICATE-----')) return 'tls.ca holds no certificate in PEM';
  if ((cert === undefined) !== (key === undefined)) return 'tls.cert and tls.key go together: name both';
  return (
    refusal('tls.ca cannot be read', { ca }) ??
    refusal('tls.cert and tls.key do not go together, or are no PEM', { cert, key })
  );
}

function refusal(what: string, options: TlsOptions): string | undefined {
  try {
    createSecureContext(secureOptions(options));
    return undefined;
  } catch (error) {
    const { code } = error as { code?: unknown };
    return typeof code === 'string' ? `${what} (${code})` : what;
  }
}
