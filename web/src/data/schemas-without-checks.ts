/**
 * Stands in for the schema library in the browser (see contract-for-browser.ts): the client reads the contract for its paths
 * and types, the house checks every input and says which field is wrong. Asking a schema here to check something is a
 * mistake, so it fails loudly.
 */
const checking = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

const schema: unknown = new Proxy(() => undefined, {
  get: (_target, name) => {
    if (typeof name === 'string' && checking.has(name)) throw new Error('The client does not check schemas.');
    return name === Symbol.toPrimitive ? () => '' : schema;
  },
  apply: () => schema,
});

export const z = schema;
