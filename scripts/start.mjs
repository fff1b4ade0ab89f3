import { join } from 'node:path';
import { ensureInstalled, root, runTypeScript } from './pinned-node.mjs';

// All arguments are the program's own, --dev included: it then serves the client through Vite.
ensureInstalled();
runTypeScript(join(root, 'server', 'src', 'main.ts'), process.argv.slice(2));
