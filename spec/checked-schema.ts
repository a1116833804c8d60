/**
 * Options of ajv for a schema that needs no meta-schema, which takes longer to compile than all of them: a test checks
 * our own schemas, and `contract.schema.json`, which says more, checks those of a contract. The code is not optimised:
 * that takes a quarter of the time, and V8 does it for code that runs often.
 */
export const checkedSchema = { strict: true, meta: false, validateSchema: false, code: { optimize: false } } as const;
