import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What each workspace may import of the others. */
const workspaceRules: Record<string, readonly string[]> = {
  contract: [],
  engine: ['contract'],
  server: ['contract', 'engine', 'demo'],
  web: ['contract', 'engine'],
  drill: ['contract', 'engine', 'server', 'demo'],
  demo: ['contract'],
};

/** Files that wire features together and may import everything; so may the demo town, which plays members. */
const compositionRoots = new Set([
  'app.ts',
  'main.ts',
  'cli.ts',
  'serve.ts',
  'readers.ts',
  'rebuild.ts',
  'exposure-command.ts',
  'index.ts',
]);
/** Layers below the features. */
const layers = new Set(['platform', 'http', 'migrations']);
/** A `routes.ts` speaks HTTP; so do the few files that send what is not JSON. */
const mayUseHttp = /(^|\/)(([a-z-]+-)?routes|index|live-streams)\.ts$/;

export interface Violation {
  file: string;
  imports: string;
  rule: string;
}

/** Every import that breaks the table of `docs/architecture.md`. */
export function findViolations(root: string): Violation[] {
  return Object.keys(workspaceRules).flatMap((workspace) =>
    sourceFiles(join(root, workspace)).flatMap((file) => violationsOf(root, workspace, file)),
  );
}

function violationsOf(root: string, workspace: string, file: string): Violation[] {
  const isTest = /\.test\.tsx?$|\/(test|journeys)\//.test(file);
  return importsOf(file).flatMap((specifier) => {
    const rule = isTest ? undefined : brokenRule(root, workspace, file, specifier);
    return rule ? [{ file: relative(root, file), imports: specifier, rule }] : [];
  });
}

function brokenRule(root: string, workspace: string, file: string, specifier: string): string | undefined {
  const other = /^@teahouse\/(\w+)/.exec(specifier)?.[1];
  if (other) return workspaceRules[workspace]?.includes(other) ? undefined : `${workspace} may not import ${other}`;
  if (!specifier.startsWith('.')) {
    if (workspace === 'engine') return 'engine imports nothing';
    if (workspace === 'contract' && specifier !== 'zod') return 'contract imports zod only';
    return undefined;
  }
  if (specifier.endsWith('.json')) return undefined;
  const target = resolve(dirname(file), specifier);
  if (!target.startsWith(join(root, workspace))) return 'workspaces meet through their package names';
  return workspace === 'server' ? brokenServerRule(join(root, 'server/src'), file, target) : undefined;
}

function brokenServerRule(source: string, file: string, target: string): string | undefined {
  const [from = '', to = ''] = [relative(source, file), relative(source, target)];
  const [fromRoom = '', toRoom = ''] = [from.split('/')[0], to.split('/')[0]];
  if (compositionRoots.has(from) || fromRoom === 'demo-town' || fromRoom === toRoom || to === 'readers.ts')
    return undefined;
  if (fromRoom === 'platform') return 'platform imports no other room';
  if (fromRoom === 'http') return toRoom === 'platform' ? undefined : 'http imports platform only';
  if (layers.has(fromRoom)) return toRoom === 'platform' ? undefined : `${fromRoom} imports platform only`;
  if (toRoom === 'platform') return undefined;
  if (toRoom === 'http')
    return mayUseHttp.test(from) || to === 'http/context.ts' || to === 'http/cursor.ts'
      ? undefined
      : 'only routes speak HTTP';
  if (!to.includes('/')) return 'features do not import the composition root';
  return to === `${toRoom}/index.ts` ? undefined : 'another feature is met at its index';
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:^|\n)(?:import|export)[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\/(node_modules|dist)\//.test(file));
}
