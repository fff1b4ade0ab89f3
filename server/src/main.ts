import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    demo: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    dev: { type: 'boolean', default: false },
  },
});

process.exitCode = await serve({
  port: values.port === undefined ? undefined : Number(values.port),
  dataDir: values.data,
  demo: values.demo ? 'yes' : values.empty ? 'no' : 'offer',
  isDevelopment: values.dev,
});
