import { resolve } from 'node:path';
import { ensureInstalled, fail, runTypeScript } from './pinned-node.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) fail('Usage: node scripts/run.mjs <file.ts> [arguments]');
ensureInstalled();
runTypeScript(resolve(file), args);
