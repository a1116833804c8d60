import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkedSchema } from '../checked-schema.ts';
import type { Contract, JsonSchema } from '../contract.ts';
import { ContractError } from './error.ts';
import { whyUnbounded } from './pattern.ts';

/**
 * What a JSON Schema cannot say of a contract: its parts fit each other, its schemas compile, and no pattern in them
 * can hold up whoever matches it with what a server answers.
 *
 * @throws ContractError
 */
export function checkConsistency(contract: Contract, file: string): void {
  const { clauses, facts, names, normalise, operation, readings, request, response } = contract;
  const fail = (pointer: string, problem: string, cause?: unknown): never => {
    throw new ContractError(file, pointer, problem, cause);
  };
  const { error, success } = response;
  const schemas: readonly (readonly [string, JsonSchema])[] = [
    ['/case', contract.case],
    ['/request', request],
    ['/response/error/schema', error.schema],
    ...(success.schema === null ? [] : [['/response/success/schema', success.schema] as const]),
  ];
  for (const [pointer, schema] of schemas) {
    compile(schema, pointer, fail);
    checkPatterns(schema, pointer, fail);
  }

  unique(clauses, '/clauses', fail);
  unique(facts, '/facts', fail);
  const known = new Set(facts.map(({ id }) => id));
  for (const [part, entries] of Object.entries({ clauses, normalise, readings })) {
    for (const [index, { fact }] of entries.entries()) {
      if (fact !== null && !known.has(fact)) fail(`/${part}/${index}/fact`, `there is no fact ${fact}`);
    }
  }
  for (const [index, { schemaPath }] of clauses.entries()) {
    if (resolve(contract.case, schemaPath.slice(1)) === undefined) {
      fail(`/clauses/${index}/schemaPath`, `the case schema has no ${schemaPath}`);
    }
  }
  const placeholders = [...operation.path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name).sort();
  if (placeholders.join() !== Object.keys(operation.parameters).sort().join()) {
    fail('/operation/parameters', `the path has ${placeholders.join(', ')}`);
  }
  for (const role of ['project', 'volume'] as const) {
    if (!placeholders.includes(names[role])) fail(`/names/${role}`, `the path has no {${names[role]}}`);
  }
  const size = `/properties/${names.action}/properties/${names.size}`;
  if (resolve(request, size) === undefined) fail('/request', `the request has no ${size}`);
  if (resolve(contract.case, `/properties/body${size}`) === undefined) fail('/case', `the body has no ${size}`);
  const job = names.job === null ? null : resolve(success.schema ?? {}, `/properties/${names.job}`);
  if (job === undefined) fail('/names/job', `the success has no ${names.job}`);
  for (const [index, { pointer }] of normalise.entries()) {
    if (pointer !== `/body/${names.action}/${names.size}`)
      fail(`/normalise/${index}/pointer`, 'only a size is truncated');
  }
}

type Fail = (pointer: string, problem: string, cause?: unknown) => never;

function compile(schema: JsonSchema, pointer: string, fail: Fail): void {
  try {
    // As cases are judged: a size beyond every number is judged by the bounds, not by its type.
    new Ajv2020({ ...checkedSchema, allErrors: true, $data: true, strictNumbers: false, logger: false }).compile(
      schema,
    );
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
  for (const keyword of ['items', 'if', 'then', 'else']) {
    const one = schema[keyword];
    if (one !== undefined) checkPatterns(one as JsonSchema, `${pointer}/${keyword}`, fail);
  }
  for (const keyword of ['properties', 'allOf', 'anyOf', 'oneOf']) {
    for (const [name, one] of Object.entries(schema[keyword] ?? {}))
      checkPatterns(one as JsonSchema, `${pointer}/${keyword}/${name}`, fail);
  }
}

function unique(entries: readonly { readonly id: string }[], pointer: string, fail: Fail): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) fail(`${pointer}/${index}/id`, `${id} is there twice`);
    seen.add(id);
  }
}

function resolve(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
