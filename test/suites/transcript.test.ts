import { expect, test } from 'vitest';
import { openTranscript } from '../../suites/transcript.ts';
import { openSecrets } from '../../wire/redact.ts';
import { certifyAt, startBackend, token } from './bench.ts';

interface Line {
  readonly kind: 'run' | 'exchange' | 'step' | 'end';
  readonly number?: number;
  readonly exchange?: number | null;
  readonly request?: { readonly url: string; readonly body: string | null };
  readonly case?: { readonly body: string; readonly path: { readonly volume_id: string } };
  readonly check?: string;
  readonly exchanges?: number;
  readonly steps?: number;
}

const secrets = openSecrets();
secrets.add(token, '$EVS_TOKEN');

test('a transcript holds every exchange in order, each step with the exchange that it was, and no secret', async () => {
  const lines: string[] = [];
  const transcript = openTranscript(
    { seed: 7 },
    () => secrets,
    (line) => void lines.push(line),
  );
  const backend = await startBackend();
  const places = { url: backend.url, states: backend.statesUrl, onExchange: transcript.exchange };
  const result = await certifyAt(places, { runs: 5, onStep: transcript.step });
  transcript.end();
  await backend.close();

  expect(lines.join('')).not.toContain(token);
  const told = lines.map((line) => JSON.parse(line) as Line);
  const exchanges = told.filter(({ kind }) => kind === 'exchange');
  const steps = told.filter(({ kind }) => kind === 'step');
  expect(told[0]).toEqual({ kind: 'run', format: 1, seed: 7 });
  expect(told.at(-1)).toEqual({ kind: 'end', exchanges: result.ledger.requests, steps: steps.length });
  expect(exchanges.map(({ number }) => number)).toEqual(exchanges.map((_, at) => at + 1));
  expect(new Set(steps.map(({ check }) => check)).size).toBeGreaterThan(25);
  for (const step of steps) {
    const sent = exchanges[(step.exchange ?? 0) - 1]?.request;
    expect(sent?.body, JSON.stringify(step)).toBe(step.case?.body);
    expect(told.indexOf(step)).toBeGreaterThan(told.findIndex(({ number }) => number === step.exchange));
  }
});

test('a long body is cut, and the transcript says by how much', () => {
  const lines: string[] = [];
  const transcript = openTranscript(
    {},
    () => openSecrets(),
    (line) => void lines.push(line),
  );
  const text = 'x'.repeat(5000);
  transcript.exchange({
    request: { method: 'GET', path: '/' },
    url: 'http://target/',
    sent: {},
    reply: { kind: 'answer', status: 200, headers: {}, text, truncated: false, json: undefined },
  });
  expect(lines[1]).toContain(`${'x'.repeat(4096)}… (904 more characters)"`);
});
