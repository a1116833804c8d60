/**
 * Characters that stand for themselves in a path (RFC 3986, pchar), besides those that `encodeURIComponent` leaves
 * alone.
 */
const plain = /%(?:3A|40|24|26|2B|2C|3B|3D)/g;

/** A foreign id as one segment of a path: only characters that would change the meaning of the path are escaped. */
export function pathSegment(id: string): string {
  // a lone surrogate cannot be encoded
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(plain, decodeURIComponent);
}
