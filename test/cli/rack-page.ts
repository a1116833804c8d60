/** A page of our own, of an operation that no suite certifies. */
export const rackPage = `# Create a rack

## Function

Creates a rack.

## URI

- Format

  POST /v2/{project_id}/racks

- Parameters

  | Parameter | Mandatory | Description |
  | --- | --- | --- |
  | project_id | Yes | The project ID. |

## Request

- Parameters

  | Parameter | Type | Mandatory | Description |
  | --- | --- | --- | --- |
  | size | Integer | Yes | The size. The value ranges from 1 to 48. |
  | name | String | No | The name. The value can contain a maximum of 64 bytes. It must please the owner. |

- Sample

  \`\`\`
  {"size": 4, "name": "north"}
  \`\`\`

## Response

- Parameters

  | Parameter | Type | Description |
  | --- | --- | --- |
  | id | String | The rack. |

- Sample

  \`\`\`
  {"id": "7"}
  \`\`\`

## Status Codes

- Normal

  202
`;
