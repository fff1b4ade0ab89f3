import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    /** Fill an empty house with the demo town; this is what happens when nothing is said. */
    demo: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  },
});

const exitCode = await serve({
  port: values.port === undefined ? undefined : Number(values.port),
  dataDir: values.data,
  fillsEmptyHouse: values.demo || !values.empty,
});

// Everything is closed by now; what a library still holds open must not keep the process.
process.exit(exitCode);
