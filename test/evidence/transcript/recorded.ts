import type { BackendOptions } from '../../../backend/backend.ts';
import { readTranscript } from '../../../evidence/transcript/reader.ts';
import { linesIn } from '../../../evidence/transcript/text.ts';
import { verify } from '../../../evidence/transcript/verify.ts';
import { openTranscript } from '../../../evidence/transcript/writer.ts';
import { operationOf } from '../../../main/operations.ts';
import type { Exchange, Times } from '../../../wire/exchange.ts';
import { openSecrets } from '../../../wire/redact.ts';
import { type BenchSettings, certifyBackend, committed, content, token } from '../../suites/bench.ts';

type BackendPlaces = NonNullable<Parameters<typeof certifyBackend>[2]>;

/** The result and the transcript of a run on the reference backend, in memory; `told`: told of each exchange. */
export async function recorded(
  options: BackendOptions,
  settings: BenchSettings = {},
  places: BackendPlaces = {},
  told: () => void = () => {},
) {
  const secrets = openSecrets();
  secrets.add(token, '$EVS_TOKEN');
  const lines: string[] = [];
  const recorder = openTranscript(
    () => secrets,
    (line) => void lines.push(line),
  );
  const whole = { runs: 4, extensions: 2, ...settings, recorder };
  const onExchange = (exchange: Exchange, held: Exchange, times: Times): void => {
    recorder.exchange(exchange, held, times);
    told();
  };
  const result = await certifyBackend(options, whole, async (backend) => ({
    ...{ onExchange, onVolume: recorder.volume },
    ...(typeof places === 'function' ? await places(backend) : places),
  }));
  recorder.end(result, 'en');
  return { result, text: lines.join('') };
}

/** A transcript judged again by the contract and the operation that its run was judged with. */
export function judged(text: string, contract = committed, operation = operationOf(contract.contract)) {
  const transcript = readTranscript(linesIn(text));
  const lean = content({ ...transcript.run, contract, operation });
  return verify(transcript, { ...contract, matrix: undefined, operation: lean });
}
