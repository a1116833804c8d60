import { forCases, openAjv } from '../ajv.ts';
import type { Contract, JsonSchema } from '../contract.ts';
import { type ExtensionNames, extensionOf, isExtension } from '../extension.ts';
import { ContractError } from './error.ts';
import { whyUnbounded } from './pattern.ts';

/**
 * Checks what a JSON Schema cannot express about a contract: its parts fit together, its schemas compile, and no
 * pattern in them can delay a match against a server's answer.
 *
 * @throws ContractError
 */
export function checkConsistency(contract: Contract, file: string): void {
  const fail = (pointer: string, problem: string, cause?: unknown): never => {
    throw new ContractError(file, pointer, problem, { cause });
  };
  const ajv = openAjv({ ...forCases, logger: false });
  for (const [pointer, schema] of schemasOf(contract)) {
    compile(ajv, schema, pointer, fail);
    checkPatterns(schema, pointer, fail);
  }
  checkFacts(contract, fail);
  checkCase(contract, fail);
  checkOperation(contract, fail);
  checkExtension(contract, fail);
}

/** Every schema of a contract, with its place. */
function schemasOf({ case: cased, cases, operation, preconditions, request, response }: Contract) {
  const all: readonly (readonly [string, JsonSchema | null])[] = [
    ['/case', cased],
    ['/request', request],
    ['/response/error/schema', response.error.schema],
    ['/response/success/schema', response.success.schema],
    ['/operation/query', operation.query],
    ...Object.entries(operation.parameters).map(([name, one]) => [`/operation/parameters/${name}`, one] as const),
    ...cases.map(({ schema }, at) => [`/cases/${at}/schema`, schema] as const),
    ...preconditions.flatMap(({ when, requires }, at) => [
      [`/preconditions/${at}/requires`, requires] as const,
      ...Object.entries(when).map(([name, one]) => [`/preconditions/${at}/when/${name}`, one] as const),
    ]),
  ];
  return all.flatMap(([pointer, schema]) => (schema === null ? [] : [[pointer, schema] as const]));
}

function checkFacts({ cases, clauses, facts, normalise, preconditions, readings }: Contract, fail: Fail): void {
  unique(clauses, '/clauses', fail);
  unique(facts, '/facts', fail);
  const known = new Set(facts.map(({ id }) => id));
  for (const [part, entries] of Object.entries({ clauses, cases, normalise, preconditions, readings })) {
    for (const [index, { fact }] of entries.entries()) {
      if (fact !== null && !known.has(fact)) fail(`/${part}/${index}/fact`, `there is no fact ${fact}`);
    }
  }
}

/**
 * The case schema has every place that clauses, preconditions and normalisations refer to, and a body if the operation
 * takes one.
 */
function checkCase(contract: Contract, fail: Fail): void {
  const { case: cased, clauses, normalise, operation, preconditions, request } = contract;
  for (const [index, { schemaPath }] of clauses.entries()) {
    if (resolve(cased, schemaPath.slice(1)) === undefined) {
      fail(`/clauses/${index}/schemaPath`, `the case schema has no ${schemaPath}`);
    }
  }
  for (const [index, { on, when }] of preconditions.entries()) {
    const missing = [on, ...Object.keys(when)].find((name) => lacks(cased, `/fixtures/${name.replaceAll('.', '/')}`));
    if (missing !== undefined) fail(`/preconditions/${index}`, `the case schema has no fixture ${missing}`);
  }
  for (const [index, { pointer }] of normalise.entries()) {
    if (lacks(cased, pointer)) fail(`/normalise/${index}/pointer`, `the case schema has no ${pointer}`);
  }
  for (const [part, taken] of [
    ['body', request !== null],
    ['query', operation.query !== null],
  ] as const) {
    const isThere = resolve(cased, `/properties/${part}`) !== undefined;
    if (isThere !== taken)
      fail('/case', `a case has ${taken ? 'no' : 'a'} ${part}, and the operation ${taken ? 'takes one' : 'none'}`);
  }
}

function checkOperation({ answers, operation, response }: Contract, fail: Fail): void {
  const placeholders = [...operation.path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  if (placeholders.toSorted().join() !== Object.keys(operation.parameters).toSorted().join()) {
    fail('/operation/parameters', `the path has ${placeholders.join(', ')}`);
  }
  const { project } = operation;
  if (project !== null && !placeholders.includes(project)) fail('/operation/project', `the path has no {${project}}`);
  for (const place of ['items', 'job'] as const) {
    const pointer = answers[place];
    if (pointer !== null && lacks(response.success.schema, pointer)) {
      fail(`/answers/${place}`, `the success has no ${pointer}`);
    }
  }
}

/** If the body has a new size, it stands in the action, and nothing else is truncated. */
function checkExtension(contract: Contract, fail: Fail): void {
  if (!isExtension(contract)) return;
  const parts = extensionIn(contract, fail);
  const size = `/${parts.action}/${parts.size}`;
  if (lacks(contract.request, size)) fail('/request', `the request has no ${size}`);
  if (lacks(contract.case, `/body${size}`)) fail('/case', `the body has no ${size}`);
  const other = contract.normalise.findIndex(({ pointer }) => pointer !== `/body${size}`);
  if (other >= 0) fail(`/normalise/${other}/pointer`, 'only a size is truncated');
}

function extensionIn(contract: Contract, fail: Fail): ExtensionNames {
  try {
    return extensionOf(contract);
  } catch (cause) {
    return fail('/operation', 'an extension has an action, a project, a volume and a size', cause);
  }
}

type Fail = (pointer: string, problem: string, cause?: unknown) => never;

function compile(ajv: ReturnType<typeof openAjv>, schema: JsonSchema, pointer: string, fail: Fail): void {
  try {
    ajv.compile(schema);
  } catch (cause) {
    fail(
      pointer,
      `the schema does not compile (${cause instanceof Error ? cause.message.slice(0, 200) : 'unknown'})`,
      cause,
    );
  }
}

function checkPatterns(schema: JsonSchema, pointer: string, fail: Fail): void {
  const { pattern } = schema;
  const why = typeof pattern === 'string' ? whyUnbounded(pattern) : undefined;
  if (why !== undefined) {
    fail(`${pointer}/pattern`, `the pattern ${JSON.stringify(pattern)} may keep a matcher busy without end: ${why}`);
  }
  for (const keyword of ['items', 'additionalProperties', 'propertyNames', 'if', 'then', 'else']) {
    const one = schema[keyword];
    if (typeof one === 'object') checkPatterns(one as JsonSchema, `${pointer}/${keyword}`, fail);
  }
  for (const keyword of ['properties', 'allOf', 'anyOf', 'oneOf']) {
    for (const [name, one] of Object.entries(schema[keyword] ?? {}))
      checkPatterns(one as JsonSchema, `${pointer}/${keyword}/${name}`, fail);
  }
}

function unique(entries: readonly { readonly id: string }[], pointer: string, fail: Fail): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) fail(`${pointer}/${index}/id`, `${id} is listed twice`);
    seen.add(id);
  }
}

/** Whether a schema of objects does not describe the value at a pointer. */
function lacks(schema: JsonSchema | null, pointer: string): boolean {
  return resolve(schema, pointer.replaceAll('/', '/properties/')) === undefined;
}

function resolve(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
