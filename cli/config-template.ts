import { defaults } from '../main/settings/settings.ts';

/** A config file with every setting as a comment: unchanged, it sets nothing. */
export function configTemplate(schema: string): string {
  const { report, lang, runs, extensions, minSize, concurrency, failOn, limits, contract } = defaults;
  return `# yaml-language-server: $schema=${schema}
#
# Settings of evs-conformance. Flags override the environment, and the environment overrides this file.
# Paths are relative to this file. Secrets never stand here: name variables or files.

# The service under test. Without it, the reference backend is certified, and no other setting may speak of a target.
# target: https://evs.example.com          # EVS_TARGET, --target
# project: 0f3b0000000000000000000000000000 # EVS_PROJECT, --project
# states: http://localhost:9000/states     # EVS_STATES, --states: the hook that sets volumes up

# Another way to obtain volumes than the hook: one of these four kinds.
# volumes:
#   kind: command           # a program that reads the messages of the hook from stdin
#   command: ./volumes.sh
#   args: [--region, r1]
# volumes:
#   kind: inventory         # existing volumes: extended up to maxGb, never deleted
#   list: [{ id: 5f2c, maxGb: 200 }, { id: 9a41, maxGb: 200, servers: [ACTIVE] }, { id: c07d, tenant: other }]
# volumes:
#   kind: evs               # the target's own endpoints create and delete them
#   availabilityZone: az-1a
#   volumeType: SSD
#   multiattach: true       # shared volumes can be created
# volumes:
#   kind: openstack         # Cinder's endpoints; another microversion is a header, OpenStack-API-Version: volume 3.42
#   endpoint: /v3/{project_id}
#   availabilityZone: nova
#   volumeType: ssd
#   multiattachType: shared # the type whose volumes are shared; without it, none are
#   resetState: true        # the credentials allow os-reset_status, for states such as error
#   attach: false           # no volume is attached

# Who sends the requests: one of these four kinds (EVS_AUTH, --auth).
# auth:
#   kind: token             # X-Auth-Token; without auth, this kind where EVS_TOKEN is set
#   tokenEnv: EVS_TOKEN
#   tokenFile: ./secrets/token
# auth:
#   kind: login             # POST /v3/auth/tokens with a password; tokens are renewed before they expire
#   url: https://iam.example.com # EVS_AUTH_URL; without it, the target's
#   user: conformance       # EVS_USER
#   domain: Default         # EVS_DOMAIN, of user and project
#   project: my-project     # its name; without it, the id above
#   passwordEnv: EVS_PASSWORD
#   passwordFile: ./secrets/password
# auth:
#   kind: signed            # SDK-HMAC-SHA256 with an access key
#   accessKeyEnv: EVS_AK
#   accessKeyFile: ./secrets/ak
#   secretKeyEnv: EVS_SK
#   secretKeyFile: ./secrets/sk
# auth:
#   kind: none

# Headers of your own; a value from a variable or a file is a secret.
# headers:
#   x-environment: staging
#   x-api-key: { env: EVS_API_KEY }
#   x-other-key: { file: ./secrets/other-key }

# PEM files. A proxy is taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
# tls:
#   ca: ./ca.pem
#   cert: ./client.pem
#   key: ./client-key.pem

# The contract: the id of a shipped one, or a file; a list is run one after another, each into a folder below report.
# contract: ${contract} # EVS_CONTRACT, --contract

# How much is tried.
# runs: ${runs}                # cases a check
# extensions: ${extensions}           # accepted requests a check, at most
# concurrency: ${concurrency}          # checks at a time
# minSize: ${minSize}              # smallest volume that the hook hands out, in GB
# maxGb: 200               # largest volume there is room for, in GB; without it, the contract's maximum
# maxVolumes: 20           # volumes set up in all, at most: checks run one by one, the most valuable first
# maxRequests: 2000        # requests in all, at most, likewise
# rate: 50                 # requests a second, at most
# seed: 42                 # repeats the cases of an earlier run
# challenge: a text of the certifier # in place of a seed: chooses the cases, and appears in the report
# only: [operation.route, size.over-maximum] # these requirements alone; such a run is never conformant

# smoke: true              # the strongest requirements alone, a case each; such a run is never conformant

# When it stops early, and what makes the exit code 1.
# failFast: true           # at the first MUST that fails and is not expected to
# maxTime: 600             # after so many seconds; the rest is inconclusive
# failOn: ${failOn}             # must, should or advisory: a row of this level or above fails

# How long things may take, in ms.
# limits:
#   requestMs: ${limits.requestMs}
#   jobMs: ${limits.jobMs}
#   hookMs: ${limits.hookMs}

# How volumes and jobs are read back: a path, and a JSON pointer into the body; null if they cannot be. Without it, as
# the contract has it; of ${contract}:
# observe:
#   volume: { path: "/v2/{project_id}/cloudvolumes/{volume_id}", at: /volume }
#   job: { path: "/v1/{project_id}/jobs/{job_id}", at: "" }

# The folder of the report.
# report: ${report}
# lang: ${lang}                 # language of report.html: en or zh

# The private key that signs the report (Ed25519, PKCS#8 in PEM): attestation.json is written next to it.
# sign: ./secrets/signing-key.pem # EVS_SIGN, --sign

# Expected failures, a list of { id, reason, expires: YYYY-MM-DD }: they change the exit code alone.
# baseline: ./expected-failures.yaml

# Print only the headline and the paths of the reports, no progress.
# quiet: true

# Print every row, every reason and every observation.
# verbose: true

# Folder of earlier reports, which say since when a row fails.
# history: ./reports # --history

# A fault of the reference backend, to see the suite find it; not together with a target.
# fault: maximum-off-by-one
`;
}
