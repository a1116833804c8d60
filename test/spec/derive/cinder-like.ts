/** A page of another convention: tables in Markdown, no body on success, several error envelopes, few rules. */
export const cinderLike = `# Extend a volume

## Function

Enlarges one volume.

## URI

\`POST /v3/{project_id}/volumes/{volume_id}/action\`

| Parameter | Required | Description |
|---|---|---|
| project_id | Yes | The ID of the project. |
| volume_id | Yes | The ID of the volume. |

## Request

| Parameter | Type | Required | Description |
|---|---|---|---|
| os-extend | object | Yes | Names the action. |
| new_size | integer | Yes | The size of the volume after the extension, in GiB. It must be greater than the size so far. |

\`\`\`json
{"os-extend": {"new_size": 3}}
\`\`\`

## Response

A successful answer has no body.

| Parameter | Type | Description |
|---|---|---|
| message | string | The error message, given when the request fails. |
| code | int | The error code, given when the request fails. |

\`\`\`json
{"badRequest": {"message": "text", "code": 400}}
\`\`\`

\`\`\`json
{"itemNotFound": {"message": "text", "code": 404}}
\`\`\`

\`\`\`json
{"overLimit": {"message": "text", "code": 413}}
\`\`\`

## Status codes

Normal: 202
`;
