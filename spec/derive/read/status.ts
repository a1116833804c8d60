import { ContradictionError, SectionError } from '../../read/errors.ts';
import { needSection, spotOfSection } from '../../read/need.ts';
import type { Page } from '../../read/page.ts';
import type { PageFinding } from '../finding.ts';

/** Statuses of errors may be listed beside it; they are their own page's. */
const NORMAL = /(?:(?<!不)正常(?:返回)?|\bnormal(?: return)?|\bsuccess)\s*:?\s*(\d+)(?!\d)/giu;

/**
 * The status of an answer to an accepted request (`response.success-status`).
 *
 * @throws SectionError, ContradictionError
 */
export function readStatus(page: Page): readonly PageFinding[] {
  const section = needSection(page, 'status');
  const at = { file: page.name, line: section.line };
  const spot = spotOfSection(section);
  const statuses = [...spot.text.matchAll(NORMAL)].map(([, digits]) => Number(digits));
  if (statuses.length === 0) {
    throw new SectionError(at, 'the normal status is missing', 'write "Normal" or "正常", then its three digits');
  }
  const wrong = statuses.find((status) => status < 200 || status > 299);
  if (wrong !== undefined) throw new ContradictionError(at, `the normal status is ${wrong}`, 'a success is a 2xx');
  return statuses.map((value) => ({ fact: 'response.success-status', value, at: spot }));
}
