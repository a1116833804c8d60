/** Deeper answers are no JSON to us: nothing the page documents nests, and recursive readers overflow on them. */
const maxDepth = 512;

/** Parses an answer's text, behind a byte order mark too (RFC 8259, 8.1); undefined where it is not JSON or nests too deeply. Never throws. */
export function parseJson(text: string): unknown {
  if (nestsDeeply(text)) return undefined;
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

/** A short text, or one with few brackets, cannot nest deeply, which spares nearly every answer from being read twice. */
function nestsDeeply(text: string): boolean {
  if (text.length <= maxDepth) return false;
  let brackets = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0 && brackets <= maxDepth; at = text.indexOf(bracket, at + 1))
      brackets += 1;
  }
  return brackets > maxDepth && depth(text) > maxDepth;
}

/** How deeply brackets nest outside strings. */
function depth(text: string): number {
  let here = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (quoted) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x7b || char === 0x5b) {
      here += 1;
      if (here > deepest) deepest = here;
    } else if (char === 0x7d || char === 0x5d) here -= 1;
  }
  return deepest;
}
