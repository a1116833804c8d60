import { describe, expect, test } from 'vitest';
import { type Lookup, openObserver } from '../../targets/observe.ts';
import { fakeClock } from '../wire/fake-clock.ts';
import { scripted } from '../wire/scripted.ts';
import { httpServer, transportTo } from '../wire/servers.ts';
import { detail, observerOf, read, volume, volumes } from './observing.ts';

const { answer, none } = scripted;

describe('a volume', () => {
  test('is read by GET at its own path, with ids encoded', async () => {
    const { url, arrived } = await httpServer((_, response) => {
      response.end('{"volume":{"id":"a b","size":40,"status":"in-use","multiattach":true,"name":"n"}}');
    });
    const observer = openObserver(transportTo(`${url}/prefix`), fakeClock(), { volume: volumes, job: null });
    expect(await observer.volume({ project: 'p', id: 'a b' })).toMatchObject({
      ...{ kind: 'volume', size: 40, status: 'in-use', multiattach: true },
      attributes: { id: 'a b', size: 40, status: 'in-use', multiattach: true, name: 'n' },
    });
    expect(arrived).toMatchObject([{ method: 'GET', path: '/prefix/v2/p/cloudvolumes/a%20b', body: '' }]);
  });

  test.each([40, 40.5, 0, 32769, 1e15])('has its size as stored, a fraction included: %d', async (size) => {
    expect(await read(detail({ size }))).toMatchObject({ kind: 'volume', size });
  });

  test.each([
    [true, true],
    [false, false],
    ['true', undefined],
    [null, undefined],
    [1, undefined],
  ])('is shared only by the word of a boolean: %o', async (multiattach, expected) => {
    expect(await read(detail({ multiattach }))).toMatchObject({ kind: 'volume', multiattach: expected });
  });

  test('may leave its id away, but has to be the one that was asked for', async () => {
    expect(await read(detail({ id: undefined }))).toMatchObject({ kind: 'volume' });
    for (const id of ['other', 7, null, 'v ']) {
      const reading = await read(detail({ id }));
      expect(reading).toMatchObject({
        kind: 'unreadable',
        why: 'trouble',
        reason: expect.stringMatching(/another volume|spelled otherwise/),
      });
    }
  });

  test('may have a number for an id', async () => {
    const { observer } = observerOf([answer(200, { volume: { id: 7, size: 40, status: 'available' } })]);
    expect(await observer.volume({ project: 'p', id: '7' })).toMatchObject({ kind: 'volume' });
  });

  test.each([
    [{ size: '40' }, 'its size is text ("size": "40")'],
    [{ size: undefined }, 'it has no size'],
    [{ size: null }, 'it has no size'],
    [{ size: [40] }, 'its size is no number ("size": [40])'],
    [{ status: undefined }, 'it has no status'],
    [{ status: 3 }, 'its status is no text ("status": 3)'],
    [{ id: 'V' }, 'its id is spelled otherwise ("id": "V", and "v" was asked for)'],
    [{ id: 'x', name: 'v' }, 'it is of another volume ("id": "x", and "v" was asked for), which is its name'],
  ])('says what is wrong with %o', async (fields, words) => {
    expect(await read(detail(fields))).toMatchObject({
      kind: 'unreadable',
      reason: `${words}, by GET /v2/{project_id}/cloudvolumes/{volume_id}`,
    });
  });

  test.each([
    [{ id: 'v', size: 40, status: 'available' }, '""'],
    [{ volumes: [{ id: 'v', size: 40, status: 'available' }] }, '"/volumes/0"'],
    [{ 'a/b': { '~': { size: 40, status: 'available' } } }, '"/a~1b/~0"'],
  ])('says where it stands instead in %o', async (body, place) => {
    const reason = expect.stringContaining(`what looks like a volume stands at ${place} (observe.volume.at)`);
    expect(await read(answer(200, body))).toMatchObject({ kind: 'unreadable', reason });
  });

  test.each([{ size: '40' }, { size: null }, { size: undefined }, { status: undefined }, { status: 3 }])(
    'cannot be read with %o',
    async (fields) => {
      expect(await read(detail(fields))).toMatchObject({ kind: 'unreadable', why: 'trouble' });
    },
  );

  test.each(['', 'null', '[]', '7', '{}', '{"volume":null}', '{"volume":7}', '{"volume":[]}', '<html>', '{"volume":'])(
    'cannot be read from %s',
    async (body) => {
      expect(await read(answer(200, body))).toMatchObject({ kind: 'unreadable', why: 'trouble' });
    },
  );

  test.each([
    [404, 'gone'],
    [410, 'gone'],
    [401, 'denied'],
    [403, 'denied'],
    [500, 'lost'],
    [502, 'lost'],
    [429, 'lost'],
    [408, 'lost'],
    [425, 'lost'],
    [423, 'trouble'],
    [400, 'trouble'],
    [202, 'trouble'],
    [302, 'trouble'],
  ])('with %i is %s', async (status, why) => {
    expect(await read(answer(status, { volume: { id: 'v', size: 40, status: 'x' } }))).toMatchObject({
      ...{ kind: 'unreadable', why },
      reason: expect.stringMatching(String(status)),
    });
  });
});

describe('a volume of which it is to be read that it is gone', () => {
  const removed: Lookup = { ...volumes, gone: true };

  test.each([404, 410, 400, 405, 409, 422, 423])('is read as gone from %i', async (status) => {
    const reading = { kind: 'volume', size: 0, status: 'gone', multiattach: undefined, attributes: {} };
    expect(await read(answer(status, { error: { message: 'no' } }), removed)).toMatchObject(reading);
  });

  test.each([
    [401, 'denied'],
    [403, 'denied'],
    [408, 'lost'],
    [425, 'lost'],
    [429, 'lost'],
    [500, 'lost'],
    [503, 'lost'],
    [202, 'trouble'],
    [204, 'trouble'],
    [302, 'trouble'],
  ])('is not by %i, which is %s', async (status, why) => {
    expect(await read(answer(status), removed)).toMatchObject({ kind: 'unreadable', why });
  });

  test('is not where nobody answers, nor where what is answered is no volume', async () => {
    for (const reason of ['reset', 'timeout', 'unreachable'] as const)
      expect(await read(none(reason), removed)).toMatchObject({ kind: 'unreadable', why: 'lost' });
    for (const body of ['', '{}', '{"volume":null}', { volume: { id: 'other', size: 40, status: 'available' } }])
      expect(await read(answer(200, body), removed)).toMatchObject({ kind: 'unreadable', why: 'trouble' });
  });

  test('is read as it is while it is there', async () => {
    expect(await read(detail({ status: 'deleting' }), removed)).toMatchObject({ size: 40, status: 'deleting' });
  });
});

test('a volume that calls itself unreadable is read all the same', async () => {
  const posing = { kind: 'unreadable', why: 'denied', reason: 'x', size: 40, status: 'available' };
  expect(await read(answer(200, { volume: posing }))).toMatchObject({ kind: 'volume', size: 40 });
});

describe('a job', () => {
  test.each([
    [
      { job_id: 'j', status: 'SUCCESS', entities: {} },
      { kind: 'job', id: 'j', status: 'SUCCESS' },
    ],
    [{ status: 'RUNNING' }, { kind: 'job', id: undefined, status: 'RUNNING' }],
    [
      { job_id: 7, status: 'INIT' },
      { kind: 'job', id: undefined, status: 'INIT' },
    ],
    [{ job_id: 'j' }, { kind: 'unreadable', why: 'trouble', reason: 'the job has no status' }],
  ])('%o', async (body, reading) => {
    const { observer, requests } = observerOf([answer(200, body)]);
    expect(await observer.job('p', 'j/k')).toMatchObject(reading);
    expect(requests).toEqual([{ method: 'GET', path: '/v1/p/jobs/j%2Fk' }]);
  });
});

test('a look-up that is switched off sends nothing and says so', async () => {
  const transport = scripted.transport([answer(200)]);
  const observer = openObserver(transport, fakeClock(), { volume: null, job: null });
  expect([observer.seesVolumes, observer.seesJobs]).toEqual([false, false]);
  expect(await observer.volume(volume)).toMatchObject({
    kind: 'unreadable',
    why: 'trouble',
    reason: expect.stringMatching(/switched off/),
  });
  expect(await observer.job('p', 'j')).toMatchObject({ kind: 'unreadable' });
  expect(transport.requests).toEqual([]);
});
