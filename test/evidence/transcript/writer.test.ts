import { expect, test } from 'vitest';
import { openChain } from '../../../evidence/transcript/chain.ts';
import type { ExchangeLine, StepLine } from '../../../evidence/transcript/lines.ts';
import { readTranscript } from '../../../evidence/transcript/reader.ts';
import { linesIn } from '../../../evidence/transcript/text.ts';
import { openTranscript } from '../../../evidence/transcript/writer.ts';
import type { Exchange } from '../../../wire/exchange.ts';
import { parseJson } from '../../../wire/json.ts';
import { openSecrets } from '../../../wire/redact.ts';
import { certifyBackend, token } from '../../suites/bench.ts';

const secrets = openSecrets();
secrets.add(token, '$EVS_TOKEN');

test('a transcript holds every exchange in order, each step with the exchange that it was, and no secret', async () => {
  const lines: string[] = [];
  const transcript = openTranscript(
    () => secrets,
    (line) => void lines.push(line),
  );
  const { exchange: onExchange, volume: onVolume } = transcript;
  const result = await certifyBackend({}, { runs: 5, recorder: transcript }, { onExchange, onVolume });
  transcript.end(result, 'en');

  expect(lines.join('')).not.toContain(token);
  const { run, lines: told, end, problems } = readTranscript(linesIn(lines.join('')));
  expect(problems).toEqual([]);
  const exchanges = told.filter((line) => line.kind === 'exchange');
  const steps = told.filter((line) => line.kind === 'step');
  expect(run).toMatchObject({ kind: 'run', format: 5, seed: result.seed });
  expect(end).toMatchObject({ exchanges: result.ledger.requests, steps: steps.length });
  expect(exchanges.map(({ number }) => number)).toEqual(exchanges.map((_, at) => at + 1));
  expect(new Set(steps.map(({ check }) => check)).size).toBeGreaterThan(25);
  for (const step of steps) {
    const sent = exchanges[step.exchange - 1];
    // what departs by its method may have no body
    const isBare = !step.inScope && ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE'].includes(sent?.method ?? '');
    expect(sent?.read().request.body, JSON.stringify(step)).toBe(isBare ? null : step.case.body);
    expect(step.line).toBeGreaterThan(sent?.line ?? Number.POSITIVE_INFINITY);
  }
});

/** The line of an exchange whose answer has this text. */
function lineOf(text: string, ...hidden: readonly string[]): ExchangeLine | StepLine {
  let line = '';
  const own = openSecrets();
  for (const secret of hidden) own.add(secret, '$EVS_TOKEN');
  const transcript = openTranscript(
    () => own,
    (one) => {
      line = one;
    },
  );
  const exchange: Exchange = {
    request: { method: 'GET', path: '/' },
    url: 'http://target/',
    sent: {},
    reply: { kind: 'answer', status: 200, headers: {}, text, truncated: false, json: parseJson(text) },
  };
  transcript.exchange(exchange, exchange, { sent: 0, answered: 1 });
  return JSON.parse(openChain().check(line.trim()).json) as ExchangeLine;
}

test('a long text is cut to what a report shows and one character more, JSON is kept whole', () => {
  expect(lineOf('x'.repeat(5000))).toMatchObject({ response: { body: 'x'.repeat(4097), bodyLength: 5000 } });
  const large = JSON.stringify({ text: 'x'.repeat(20_000) });
  expect(lineOf(large)).toMatchObject({ response: { body: large } });
});

test.each([
  ['as a value', '{"said":"none of s3cret"}', '{"said":"none of $EVS_TOKEN"}', undefined],
  ['as a name', '{"s3cret":1}', '{"$EVS_TOKEN":1}', false],
  ['as a number', '{"code":83927}', '{"code":$EVS_TOKEN}', false],
])(
  'a secret in an answer is hidden %s, and it is said where that makes it another one',
  (_where, text, body, whole) => {
    const response = (lineOf(text, 's3cret', '83927') as ExchangeLine).response;
    expect(response).toMatchObject({ body });
    expect('whole' in response ? response.whole : undefined).toBe(whole);
  },
);

test('our own words stay, whatever a secret looks like', () => {
  expect(lineOf('{}', 'exchange', 'status', 'method')).toMatchObject({ kind: 'exchange', response: { status: 200 } });
});
