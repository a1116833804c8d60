/**
 * How ajv compiles a schema that needs no meta-schema, which takes longer to compile than all of them: our own are checked
 * by a test, those in a contract by `contract.schema.json`, which says more of them. Nor is its code made shorter: that takes a quarter of the time, and V8 does
 * it for what is called often.
 */
export const checkedSchema = { strict: true, meta: false, validateSchema: false, code: { optimize: false } } as const;
