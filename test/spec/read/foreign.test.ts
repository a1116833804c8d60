import { describe, expect, it, test } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { decodePage } from '../../../spec/read/admit.ts';
import { NoOperationError, PageError } from '../../../spec/read/errors.ts';

/** What somebody gives for a page, and what it has to be called. */
const texts: readonly (readonly [string, string])[] = [
  ['an OpenAPI document', 'openapi: 3.0.1\ninfo:\n  title: Volumes\npaths: {}\n'],
  ['an OpenAPI document', '# ours\nopenapi: "3.1.0"\npaths: {}\n'],
  ['an OpenAPI document', '{"openapi":"3.1.0","info":{"title":"x"},"paths":{}}\n'],
  ['an OpenAPI document', `{"openapi":"3.1.0","paths":{${'"/a":{},'.repeat(40_000)}"/b":{}}}`],
  ['a Swagger document', '{\n  "swagger": "2.0",\n  "paths": {}\n}\n'],
  ['a Postman collection', '{"info":{"_postman_id":"1"},"item":[]}'],
  ['a contract, which derive writes', '{\n  "format": 2,\n  "id": "extend-volume"\n}\n'],
  ['a WSDL document', '<?xml version="1.0"?>\n<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"></definitions>\n'],
  ['a Protocol Buffers file', 'syntax = "proto3";\nservice Volumes {}\n'],
  ['a GraphQL schema', 'type Mutation {\n  extend(id: ID!, size: Int!): Volume\n}\n'],
  ['JSON', '{"name":"x"}\n'],
  ['a settings file in YAML', 'resources:\n  volume: 1\n'],
  ['a web page, whose text may come by script', '<!DOCTYPE html>\n<html><body><div id="app"></div></body></html>\n'],
  [
    "a page of OpenStack's api-ref",
    'Extend\n======\n\n.. rest_method::  POST /v3/{project_id}/volumes\n\nRequest\n-------\n',
  ],
  [
    'OpenStack release notes',
    '=====\nNotes\n=====\n\n.. release-notes::\n   :branch: stable\n\nUpgrade Notes\n-------------\n',
  ],
  ['an index', 'Volumes\n=======\n\n.. toctree::\n\n   extend\n'],
  ['an index', '# EVS\n\n-   [Extend](a.md)\n-   [Delete](b.md)\n\n-   [Create](c.md)\n'],
  [
    'documentation of a Terraform provider',
    '# evs_volume\n\n## Argument Reference\n\n* `size` - (Required) The size.\n',
  ],
  ['a page of the AWS API reference', '# ModifyVolume\n\n## Request Parameters\n\n## Response Elements\n'],
  ['a history of changes', '# Change History\n\n| Released On | Change |\n| --- | --- |\n| 2024-01-01 | first |\n'],
  ['a history of changes', '# 修订记录<a name="x"></a>\n\n2024\n'],
  ['a list of error or status codes', 'Error Codes\n===========\n\nSee below.\n'],
  ['a page of a user guide', '# Expanding a disk\n\n## Procedure\n\n1.  Log in.\n'],
  ['a page of a user guide', '# 扩容云硬盘\r\n\r\n## 操作步骤\r\n\r\n1.  登录控制台。\r\n'],
];

describe('a text of another kind than a page of an operation', () => {
  it.each(texts)('is named: %s', (what, text) => {
    const deriving = () => derive({ name: 'given', text });
    expect(deriving).toThrow(`given:1: this is no page of an operation but ${what}`);
    expect(deriving).toThrow(/; .*(?:give|use|it describes) /);
    expect(deriving).toThrow(expect.objectContaining({ cause: expect.any(PageError) }));
  });

  it('is told by its bytes where it is no text', () => {
    const decoding = (bytes: string) => () => decodePage('given', Buffer.from(bytes, 'latin1'));
    expect(decoding('%PDF-1.4\n%\xE2\xE3')).toThrow(/but a PDF file; save it as text/);
    expect(decoding(`\xFF\xFE#\0`)).toThrow(/but UTF-16 text; save it as UTF-8/);
    expect(() => derive({ name: 'given', text: 'PK\u0003\u0004\0\0' })).toThrow(/a ZIP archive or an Office document/);
  });

  it('is passed by in a folder only when it has nothing of an operation', () => {
    expect(() => derive({ name: 'given', text: '# Change History\n' })).toThrow(NoOperationError);
    expect(() => derive({ name: 'given', text: '%PDF-\0' })).not.toThrow(NoOperationError);
  });
});

test('a page of nothing known is described by its headings', () => {
  const text = '# Disks\n\n## One\n\n## Two\n\n## Three\n\n## Four\n';
  const why = 'its headings are "Disks", "One", "Two", "Three" and so on; give a page with sections URI, Request';
  expect(() => derive({ name: 'given', text })).toThrow(why);
  expect(() => derive({ name: 'given', text: 'Hello.\n' })).toThrow('no page of an operation: it has no headings;');
});
