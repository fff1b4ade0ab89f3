import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { nodeFlags } from '../server/node-flags.mjs';
import { ensureInstalled, findNode, root, runTypeScript } from './pinned-node.mjs';

const args = process.argv.slice(2);
const isDevelopment = args.includes('--dev');

ensureInstalled();
if (isDevelopment) {
  runTypeScript(
    join(root, 'scripts', 'dev.ts'),
    args.filter((argument) => argument !== '--dev'),
  );
} else {
  const built = spawnSync(findNode(), [join(root, 'scripts', 'build-client.ts')], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
  runTypeScript(join(root, 'server', 'src', 'main.ts'), args, nodeFlags);
}
