import type { Code } from '../../read/page.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A block of JSON of the page. */
export interface Sample {
  readonly code: Code;
  readonly value: JsonObject;
}

/** Deeper samples are not searched: the deepest known page has nine levels. */
const MAX_DEPTH = 40;

/** The samples in a part's blocks of code, apart from blocks that are no JSON object. */
export function samplesOf(codes: readonly Code[]): {
  readonly samples: readonly Sample[];
  readonly broken: readonly Code[];
} {
  const parsed = codes.map((code) => ({ code, value: parse(code.source) }));
  return {
    samples: parsed.filter((each): each is Sample => isObject(each.value)),
    broken: parsed.filter(({ value }) => !isObject(value)).map(({ code }) => code),
  };
}

function parse(source: string): unknown {
  // another white space than JSON's for indentation, and a comma after the last member, are an editor's slips
  for (const text of [source, source.replace(/\s/gu, ' ').replace(/,(?= *[\]}])/g, '')]) {
    try {
      const value: unknown = JSON.parse(text);
      return depthOf(value) > MAX_DEPTH ? undefined : value;
    } catch {}
  }
  return undefined;
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return depth;
  return Object.values(value).reduce((deepest: number, each) => Math.max(deepest, depthOf(each, depth + 1)), depth);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values under a name in some samples; for an array, its items. */
export function valuesAt(samples: readonly unknown[], name: string): readonly unknown[] {
  return samples.flatMap((sample) => {
    if (!isObject(sample) || !Object.hasOwn(sample, name)) return [];
    const value = sample[name];
    return Array.isArray(value) ? (value as readonly unknown[]) : [value];
  });
}

/** Whether one of them shows the name. */
export function shows(samples: readonly unknown[], name: string): boolean {
  return samples.some((sample) => isObject(sample) && Object.hasOwn(sample, name));
}

/** The values under a name in some samples, at any depth. */
export function valuesBelow(samples: readonly unknown[], name: string): readonly unknown[] {
  const inside = samples.flatMap((sample) =>
    typeof sample === 'object' && sample !== null ? Object.values(sample) : [],
  );
  return samples.length === 0 ? [] : [...valuesAt(samples, name), ...valuesBelow(inside, name)];
}
