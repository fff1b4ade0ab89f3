/** Path of a Chromium or Chrome on this machine, or undefined. */
export function findBrowser(env?: NodeJS.ProcessEnv): string | undefined;
/** The same, installing one where that is ours to do; ends the process with advice otherwise. */
export function ensureBrowser(): string;
