import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyBytes } from '../../wire/bytes.ts';
import { toCurl } from '../../wire/curl.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { scripted } from './scripted.ts';

const token = 'it\'s "my" $HOME `token`';

function exchange(body: string | undefined, sent: Readonly<Record<string, string>> = {}): Exchange {
  const request = { method: 'POST', path: '/x', ...(body === undefined ? {} : { body }) };
  return { request, url: "http://h/x?a=b&c='d'", sent, reply: scripted.answer(200) };
}

/** The arguments that curl would be called with, line by line, as a real shell reads them. */
function argumentsOf(lines: readonly string[], shell: string): readonly (readonly string[])[] {
  const script = ['curl() { printf "%s\\0" "$@"; printf "\\n\\0"; }', ...lines].join('\n');
  const env = { EVS_TOKEN: token, LC_ALL: 'C.UTF-8' };
  // bash takes a socket as its input for a remote login, and reads somebody's settings then
  const output = execFileSync(shell, ['-c', script], { env, stdio: ['ignore', 'pipe', 'inherit'] }).toString('utf8');
  const words = output.split('\0').slice(0, -1);
  const calls: string[][] = [[]];
  for (const word of words) {
    if (word === '\n') calls.push([]);
    else calls.at(-1)?.push(word);
  }
  return calls.slice(0, -1);
}

const bodyOf = (words: readonly string[] = []): string | undefined => words[words.indexOf('--data-raw') + 1];

const nasty = [
  '{"os-extend":{"new_size":200.0}}',
  '',
  "it's",
  '"double"',
  '$HOME $(id) `id`',
  "\\ \\\\ \\n \\'",
  '!! !1 # ; & | > < * ? [a] {b,c} ~',
  '-d @/etc/passwd',
  '@/etc/passwd',
  'größe 名 😀',
  '%s %n %0',
];

test.each(['sh', 'bash'])('quoting survives %s', (shell) => {
  const calls = argumentsOf(
    nasty.map((body) => toCurl(exchange(body))),
    shell,
  );
  expect(calls.map(bodyOf)).toEqual(nasty);
});

test('any text without control characters survives every shell, any other one bash', () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme' }), { seed: 51, numRuns: 200 });
  const bytes = fc.string({ unit: fc.integer({ min: 1, max: 0x9f }).map((code) => String.fromCodePoint(code)) });
  const odd = fc.sample(bytes, { seed: 52, numRuns: 200 }).filter((text) => text !== '\n');
  const plain = texts.filter((text) => !/\p{Cc}/u.test(text));
  expect(
    argumentsOf(
      plain.map((body) => toCurl(exchange(body))),
      'sh',
    ).map(bodyOf),
  ).toEqual(plain);
  expect(
    argumentsOf(
      odd.map((body) => toCurl(exchange(body))),
      'bash',
    ).map(bodyOf),
  ).toEqual(odd);
});

describe('a line can be pasted', () => {
  test.each([
    ['a\tb', "$'a\\011b'"],
    ['a\nb', "$'a\\012b'"],
    ['\u001b[31m', "$'\\033[31m'"],
    ["it's\\\r", "$'it\\'s\\\\\\015'"],
    ['\u0085', "$'\\302\\205'"],
    ['1\u00012', "$'1\\0012'"],
  ])('%j is spelled %s', (body, spelled) => {
    const line = toCurl(exchange(body));
    expect(line).toContain(`--data-raw ${spelled} `);
    expect(line).not.toMatch(/\p{Cc}/u);
  });
});

test.each(['', '\t'])('the token stays a variable, and only it is one, beside %j', (beside) => {
  const body = `${beside}"$EVS_TOKEN"$EVS_OTHER$EVS_TOKEN`;
  const line = toCurl(exchange(body, { 'x-auth-token': '$EVS_TOKEN' }));
  const [words] = argumentsOf([line], 'bash');
  expect(words).toContain(`x-auth-token: ${token}`);
  expect(bodyOf(words)).toBe(`${beside}"${token}"$EVS_OTHER${token}`);
});

test('method, headers, body and URL are all there; without a body none is sent', () => {
  const sent = { accept: 'a/b', 'content-type': 'a/c', 'x-more': "'" };
  const [words] = argumentsOf([toCurl(exchange('{}', sent))], 'sh');
  const headers = ['-H', 'accept: a/b', '-H', 'content-type: a/c', '-H', "x-more: '"];
  const expected = ['-sS', '-i', '-X', 'POST', ...headers, '--data-raw', '{}'];
  expect(words).toEqual([...expected, "http://h/x?a=b&c='d'"]);
  expect(toCurl(exchange(undefined))).not.toContain('--data');
});

test('what curl would add or leave out by itself is spelled: no Content-Type, an empty header, a HEAD', () => {
  expect(argumentsOf([toCurl(exchange('{}', { 'x-auth-token': '' }))], 'sh')[0]).toEqual(
    ['-sS', '-i', '-X', 'POST', '-H', 'x-auth-token;', '-H', 'content-type:', '--data-raw', '{}'].concat(
      "http://h/x?a=b&c='d'",
    ),
  );
  const head = exchange(undefined);
  expect(toCurl({ ...head, request: { ...head.request, method: 'HEAD' } })).toContain("curl -sS -i --head 'http");
});

/** The bytes that curl would send, as a real shell makes them. */
function bytesSent(line: string, shell: string): Buffer {
  const script = `curl() { while [ $# -gt 1 ]; do case "$1" in --data-raw) printf %s "$2";; @-) cat;; esac; shift; done; }\n${line}`;
  return execFileSync(shell, ['-c', script], { env: { LC_ALL: 'C.UTF-8' }, stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('the very bytes are sent', () => {
  const all = Array.from({ length: 128 }, (_, at) => String.fromCharCode(0xdc80 + at)).join('');
  test.each([
    ['bytes that are no UTF-8', all],
    ['a NUL', 'a\0b'],
    ['a NUL beside all that a shell or a format may take for its own', '\0%s\\n\'"$HOME`id`\\000 名 💀\n'],
    ['a NUL beside bytes that are no UTF-8', `\0${all}`],
  ])('%s', (_, body) => {
    const line = toCurl(exchange(body, { 'content-type': 'a/b' }));
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(bytesSent(line, 'bash')).toEqual(bodyBytes(body));
  });
});
