import { SampleError } from '../../read/errors.ts';
import type { Code, Page, Section } from '../../read/page.ts';

export type SampleObject = Readonly<Record<string, unknown>>;

export interface Sample {
  readonly code: Code;
  readonly value: SampleObject;
}

/** Sample keys become schema keys as parameter names do, so they obey the same rule. */
const KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** The JSON samples of a section. @throws SampleError */
export function samplesOf(section: Section, page: Page): readonly Sample[] {
  return section.codes.map((code) => ({ code, value: parse(code, page) }));
}

function parse(code: Code, page: Page): SampleObject {
  const at = { file: page.name, line: code.line };
  let value: unknown;
  try {
    value = JSON.parse(code.source);
  } catch (cause) {
    throw new SampleError(at, 'the sample is no JSON', 'correct it', cause);
  }
  if (!isObject(value)) throw new SampleError(at, 'the sample is no object', 'show a whole body');
  const inner = Object.values(value).filter(isObject);
  const keys = [value, ...inner].flatMap((object) => Object.keys(object));
  const bad = keys.find((key) => !KEY.test(key));
  if (bad !== undefined) {
    throw new SampleError(at, `"${bad.slice(0, 80)}" is no name of a parameter`, 'use letters, digits, - and _');
  }
  return value;
}

export function isObject(value: unknown): value is SampleObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
