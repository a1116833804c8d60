/** What a small page of our own says; all else of it is always the same. */
export interface SmallPage {
  readonly title?: string;
  readonly method?: string;
  readonly path: string;
  /** Description of its one field. */
  readonly says?: string;
}

/** An operation's page in Markdown, as small as one can be. */
export function markdownPage({ method = 'GET', path, says = 'The name.', title = 'Query a rack' }: SmallPage): string {
  return `# ${title}

## Function

Queries a rack.

## URI

- Format

  ${method} ${path}

- Parameters

  | Parameter | Mandatory | Description |
  | --- | --- | --- |
${parametersIn(path)
  .map((name) => `  | ${name} | Yes | One of the ids. |`)
  .join('\n')}

## Request

None

## Response

- Parameters

  | Parameter | Type | Description |
  | --- | --- | --- |
  | name | String | ${says} |

## Status Codes

- Normal

  200
`;
}

/** The same in reStructuredText. */
export function rstPage({ method = 'GET', path, says = 'The name.', title = 'Query a rack' }: SmallPage): string {
  const rows = parametersIn(path).map((name) => `${name.padEnd(14)} Yes        One of the ids.`);
  return `${title}
${'='.repeat(title.length)}

Function
--------

Queries a rack.

URI
---

-  Format

   ${method} ${path}

-  Parameters

   ============== ========== ===============
   Parameter      Mandatory  Description
   ============== ========== ===============
   ${rows.join('\n   ')}
   ============== ========== ===============

Request
-------

None

Response
--------

-  Parameters

   ========= ====== ==============================================
   Parameter Type   Description
   ========= ====== ==============================================
   name      String ${says}
   ========= ====== ==============================================

Status Codes
------------

-  Normal

   200
`;
}

function parametersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}
