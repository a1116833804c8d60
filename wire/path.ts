/** Signs that stand for themselves in a path (RFC 3986, pchar), beside those that `encodeURIComponent` leaves alone. */
const plain = /%(?:3A|40|24|26|2B|2C|3B|3D)/g;

/** Somebody's id as one segment of a path: what would change the path's meaning is escaped, and nothing else. */
export function pathSegment(id: string): string {
  // a lone surrogate has no bytes of its own
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(plain, decodeURIComponent);
}
