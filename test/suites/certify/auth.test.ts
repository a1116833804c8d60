import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../../backend/backend.ts';
import { systemClock } from '../../../main/clock.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import type { Auth, Keys, Login } from '../../../wire/auth/auth.ts';
import { type BenchSettings, certifyAt, idsWith, startBackend, told } from '../bench.ts';
import { requirementIds } from '../register.ts';

const own = 'a'.repeat(32);
const tokens = { conformance: own, AKOFOURS: own, 'the-token-of-ours': own, other: 'b'.repeat(32) };
const password = 'the-password-of-ours';
const secretKey = 'the-secret-of-AKOFOURS';

/** What the backend asks for, and what is given to it. */
const gates = {
  token: { kind: 'token' },
  login: {
    kind: 'login',
    passwords: { conformance: password },
    domain: 'Default',
    projects: { mine: own },
    lifetimeMs: 3_600_000,
  },
  signed: { kind: 'signed', secrets: { AKOFOURS: secretKey }, skewMs: 900_000 },
} as const satisfies Record<string, BackendOptions['auth']>;

const login: Omit<Login, 'url'> = {
  kind: 'login',
  user: 'conformance',
  domain: 'Default',
  password,
  project: { id: own },
};
const signed: Keys = { kind: 'signed', accessKey: 'AKOFOURS', secretKey, project: own };
const token: Auth = { kind: 'token', token: 'the-token-of-ours' };

type GateKind = keyof typeof gates;
type Departure = {
  readonly backend?: BackendOptions;
  readonly auth?: Partial<Login> | Partial<Keys>;
  readonly settings?: BenchSettings;
};

/** Certifies the reference backend behind one of its gates. */
async function certifyBehind(kind: GateKind, { backend: options, auth, settings }: Departure = {}) {
  const backend = await startBackend({ tokens, auth: gates[kind], ...options });
  const given = { token, login: { ...login, url: backend.url }, signed }[kind];
  try {
    const places = { url: backend.url, states: backend.statesUrl, token: undefined };
    const extent = { runs: 5, extensions: 2, ...settings };
    const result = await certifyAt({ ...places, auth: { ...given, ...auth } as Auth }, extent);
    expect(backend.state.volumes.size).toBe(0);
    return { result, issued: backend.state.issued.size, text: Object.values(told(result)).join('\n') };
  } finally {
    await backend.close();
  }
}

describe.each(['token', 'login', 'signed'] as const)('a backend that asks for a %s', (kind) => {
  test.concurrent('is certified, the rows about credentials included', async () => {
    const { result, issued } = await certifyBehind(kind);
    expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
    expect(overallVerdict(result).class).toBe('conformant');
    expect(issued).toBe(kind === 'login' ? 1 : 0);
  });

  test.concurrent.each([
    ['no-auth', 'auth.required', /accepted|answered 200/],
    ['missing-token-accepted', 'auth.required', /without credentials/],
    ['wrong-token-accepted', 'auth.required', /with wrong ones/],
    ['other-project', 'auth.project', /another project/],
    ['path-project-ignored', 'auth.project', /path of another project/],
  ] as const)('and shows %s fails %s alone', async (fault, requirement, complaint) => {
    const only = ['auth.required', 'auth.project'] as const;
    const { result, text } = await certifyBehind(kind, { backend: { fault }, settings: { only } });
    expect(idsWith(result, 'fail'), JSON.stringify(told(result), null, 1)).toEqual([requirement]);
    expect(text).toMatch(complaint);
  });
});

describe('without a chance', () => {
  test.concurrent.each<[string, GateKind, Departure, RegExp]>([
    [
      'another secret',
      'signed',
      { auth: { secretKey: 'another-secret' } },
      /401 \("the signature is another one", EVS\.\d+\): .*check that EVS_SK is the secret of EVS_AK/,
    ],
    ['another access key', 'signed', { auth: { accessKey: 'AKOFNOBODY' } }, /the access key is not known.*EVS_AK/],
    [
      'another project',
      'signed',
      { auth: { project: 'c'.repeat(32) } },
      /X-Project-Id is not the project of the key.*the project is the key/,
    ],
    [
      'a clock that is behind',
      'signed',
      { settings: { clock: { ...systemClock, date: () => Date.now() - 20 * 60_000 } } },
      /the clock here is 20 min behind the target's.*correct the clock/,
    ],
    [
      'another password',
      'login',
      { auth: { password: 'another-password' } },
      /the login at .* was answered 401 .*check user "conformance", domain "Default" and EVS_PASSWORD/,
    ],
    ['another user', 'login', { auth: { user: 'nobody' } }, /check user "nobody"/],
    [
      'another project',
      'login',
      { auth: { project: { id: 'c'.repeat(32) } } },
      /project c{32} does not exist or is not open to user "conformance"/,
    ],
    [
      'a project by an unknown name',
      'login',
      { auth: { project: { name: 'theirs' } } },
      /project "theirs" \(auth\.project\) does not exist/,
    ],
    [
      'no identity service',
      'login',
      { backend: { auth: gates.token } },
      /was answered 404 .*no identity service answers there/,
    ],
    [
      'an unknown token',
      'token',
      { backend: { tokens: { other: own } } },
      /401 \("the token is not known", EVS.0401\): the token is not accepted, or has expired: get a new one/,
    ],
    [
      'a token of another project',
      'token',
      { backend: { tokens: { x: own, 'the-token-of-ours': 'b'.repeat(32) } } },
      /403 .*check that it is for the project/,
    ],
    [
      'nothing where something is asked for',
      'token',
      { auth: { kind: 'none' } as object },
      /the target asks for credentials \(401\).*set EVS_TOKEN/,
    ],
  ])('%s (%s) ends the run at its first contact', async (_, kind, departure, message) => {
    const { result, text } = await certifyBehind(kind, departure);
    expect(overallVerdict(result).class).toBe('broken');
    expect(text).toMatch(message);
    for (const secret of [password, secretKey, 'another-password', 'another-secret', 'the-token-of-ours']) {
      expect(JSON.stringify(result)).not.toContain(secret);
    }
  });
});

describe('a login in a long run', () => {
  test.concurrent('is repeated before its tokens end, and nobody notices', async () => {
    const auth = { ...gates.login, lifetimeMs: 1_000 };
    const { result, issued } = await certifyBehind('login', { backend: { auth, jobDelayMs: 100 } });
    expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
    expect(issued).toBeGreaterThan(1);
  });

  test.concurrent('is repeated when its token is taken back, by name of the project as well', async () => {
    const backend = await startBackend({ tokens, auth: gates.login });
    const onProgress = (done: number): void => {
      if (done % 10 === 0) backend.state.issued.clear();
    };
    try {
      const auth = { ...login, url: backend.url, project: { name: 'mine' } };
      const result = await certifyAt(
        { url: backend.url, states: backend.statesUrl, token: undefined, auth },
        { runs: 5, extensions: 2, onProgress },
      );
      expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
    } finally {
      await backend.close();
    }
  });

  test.concurrent('that no longer works leaves the rest inconclusive, and accuses nobody', async () => {
    const passwords: Record<string, string> = { conformance: password };
    const backend = await startBackend({ tokens, auth: { ...gates.login, passwords } });
    const onProgress = (done: number): void => {
      if (done !== 5) return;
      passwords.conformance = 'changed';
      backend.state.issued.clear();
    };
    try {
      const places = { url: backend.url, states: backend.statesUrl, token: undefined };
      const result = await certifyAt({ ...places, auth: { ...login, url: backend.url } }, { onProgress });
      expect([...idsWith(result, 'fail'), ...idsWith(result, 'broken')]).toEqual([]);
      expect(overallVerdict(result).class).toBe('incomplete');
      expect(Object.values(told(result)).join('\n')).toMatch(/the credentials worked and no longer do/);
      expect(backend.state.volumes.size).toBe(0);
    } finally {
      await backend.close();
    }
  });
});
