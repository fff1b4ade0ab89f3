/**
 * How much memory the server's process may take, in V8's words. Without a bound V8 sees a large machine and lets garbage lie: 845 MB after the
 * benchmark instead of what the caches need. A very large house starts `server/src/main.ts` with more.
 */
export const nodeFlags = ['--max-old-space-size=512', '--max-semi-space-size=16'];
