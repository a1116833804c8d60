import { expect } from 'vitest';
import type { Provenance } from '../../../spec/contract.ts';
import { sha256 } from '../../../spec/derive/hash.ts';
import { normalise } from '../../../spec/read/text.ts';

/** Lines of the page as a reader sees them: no tags, no entities, no escapes, no borders, compared as facts are. */
function visible(page: string): readonly string[] {
  return page
    .replaceAll('\\', '')
    .split('\n')
    .map((line) =>
      normalise(
        line
          .replace(/:ref:`([^`<]*?)\s*<[^`]*>`/g, '$1')
          .replace(/<[^>]*>/g, ' ')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>'),
      ),
    )
    .map((line) => line.replace(/^[#>\s-]+|[`*|]|\]\((?:[^()]|\([^()]*\))*\)|\[|!\[\]\([^)]*\)/g, ''));
}

/** That each fact stands on the page at its line, below its heading and at its anchor. @param origins - with the page's sentences */
export function expectTextsAtLines({ origins }: Provenance, page: string): void {
  const lines = visible(page);
  const plain = (text: string): string => text.replace(/\s/g, '');
  for (const { anchor, fact, heading, line, sha256: digest, text = '' } of origins) {
    const here = plain(lines.slice(line - 1, line + 30).join(' '));
    for (const piece of text.split(/ \| | (?=[{])/)) {
      expect(here, `${fact} line ${line}`).toContain(plain(piece).slice(0, 60));
    }
    expect(digest).toBe(sha256(text));
    expect(lines).toContain(normalise(heading));
    if (anchor !== null) expect(page).toContain(anchor);
  }
}
