import { expect, test, vi } from 'vitest';
import { type Allowance, keepingTo } from '../../wire/allowance.ts';
import { fakeClock } from './fake-clock.ts';
import { scripted } from './scripted.ts';

const request = { method: 'GET', path: '/' } as const;

function limited(allowance: Allowance) {
  const inner = scripted.transport([scripted.answer(200, '{}')]);
  const clock = fakeClock();
  const spent = vi.fn();
  return { inner, clock, spent, transport: keepingTo(inner, allowance, clock, spent) };
}

test('no more requests go out than are allowed, and the first that does not is told', async () => {
  const { inner, spent, transport } = limited({ requests: 2 });
  const replies = await Promise.all([1, 2, 3, 4].map(() => transport.send(request)));
  expect(replies.map(({ reply }) => reply.kind)).toEqual(['answer', 'answer', 'none', 'none']);
  expect(replies[2]?.reply).toMatchObject({ reason: 'aborted' });
  expect(inner.requests).toHaveLength(2);
  expect(spent).toHaveBeenCalledTimes(2);
});

test('requests are spread evenly, and none waits after a pause of its own', async () => {
  const { clock, transport } = limited({ perSecond: 10 });
  const start = clock.now();
  for (let time = 0; time < 5; time += 1) await transport.send(request);
  expect(clock.now() - start).toBe(400);
  await clock.sleep(1000);
  const later = clock.now();
  await transport.send(request);
  expect(clock.now()).toBe(later);
});

test('without an allowance nothing waits and nothing ends', async () => {
  const { clock, spent, transport } = limited({});
  for (let time = 0; time < 50; time += 1) await transport.send(request);
  expect(clock.pauses).toEqual([]);
  expect(spent).not.toHaveBeenCalled();
});
