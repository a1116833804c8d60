/** The limits for reading an answer; a body beyond them does not count as JSON. */
export interface Bounds {
  readonly bytes: number;
  /** All of its headers together. */
  readonly headerBytes: number;
  /** Values in its JSON, including nested ones. */
  readonly values: number;
}

/**
 * Documented answers have some hundred bytes and some dozen values, a volume with everything attached a few hundred, a
 * job of a hundred parts a thousand. A run holds some hundred answers at a time, so larger ones would fill its memory.
 */
export const ofAnswers: Bounds = { bytes: 64 * 1024, headerBytes: 16 * 1024, values: 1_500 };

/**
 * For answers that are read once, not held, and must not be lost: a catalogue, all volumes of a project, the volume
 * that a set-up made. A token stands in a header, and may have some ten thousand characters.
 */
export const generous: Bounds = { bytes: 1024 * 1024, headerBytes: 128 * 1024, values: 50_000 };

/** No documented answer nests deeply, and deeper nesting overflows recursive readers. */
const maxDepth = 512;

/** A text read as JSON; `isOver`: it exceeds the bounds, so that it was not parsed. */
export interface ReadJson {
  readonly json: unknown;
  readonly isOver: boolean;
}

/**
 * Parses an answer's text, also after a byte order mark (RFC 8259, 8.1); undefined if it is not JSON or exceeds the
 * bounds. Never throws.
 */
export function parseJson(text: string, values = ofAnswers.values): unknown {
  return readJson(text, values).json;
}

/** The same, and whether the text exceeds the bounds. Never throws. */
export function readJson(text: string, values = ofAnswers.values): ReadJson {
  if (goesBeyond(text, values)) return { json: undefined, isOver: true };
  try {
    return { json: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown, isOver: false };
  } catch {
    return { json: undefined, isOver: false };
  }
}

/** Whether a text begins like a JSON object or list: only these hold other values. */
const holdsOthers = /^\uFEFF?[ \t\r\n]*[{[]/;

/**
 * A short text, or one with few brackets and commas, is within all bounds: nearly every answer need not be read twice.
 */
function goesBeyond(text: string, values: number): boolean {
  if (text.length <= maxDepth || !holdsOthers.test(text)) return false;
  const most = Math.min(maxDepth, values);
  let marks = 0;
  for (const mark of ['{', '[', ',']) {
    for (let at = text.indexOf(mark); at >= 0 && marks <= most; at = text.indexOf(mark, at + 1)) marks += 1;
  }
  return marks > most && isOver(text, values);
}

/**
 * Counts brackets and commas outside strings, no further than the bounds: before each value stands one of them, or a
 * name that follows one.
 */
function isOver(text: string, values: number): boolean {
  let depth = 0;
  let count = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (quoted) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x7b || char === 0x5b || char === 0x2c) {
      count += 1;
      if (char !== 0x2c) depth += 1;
      if (depth > maxDepth || count > values) return true;
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return false;
}
