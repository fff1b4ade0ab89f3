import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PullFailure } from './pull-failure.ts';

/** Where models come from: a registry on the net, or a folder that someone carried here. */
export type RegistrySource = { kind: 'remote'; records: URL; attachments: URL } | { kind: 'folder'; path: string };

const mozilla = {
  host: 'firefox.settings.services.mozilla.com',
  records: 'https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records',
  attachments: 'https://firefox-settings-attachments.cdn.mozilla.net/',
};

const localHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads the setting: nothing (Mozilla's registry), the address of a mirror (`records.json` and the attachments below it;
 * an address that ends in `.json` or `/records` is taken as the records themselves), or a folder laid out like a mirror.
 * Throws {@link PullFailure}.
 */
export function parseRegistrySource(setting: string | undefined): RegistrySource {
  if (!setting) return remote(new URL(mozilla.records));
  if (setting.startsWith('file:')) return { kind: 'folder', path: fileURLToPath(setting) };
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(setting)) return { kind: 'folder', path: resolve(setting) };
  const url = URL.parse(setting);
  if (!url || !isSafeToAsk(url))
    throw new PullFailure('refused', `Models are fetched over https only, not from ${setting}.`);
  return remote(url);
}

/** What is fetched becomes part of the house, so nobody on the way may change it; this machine itself is trusted. */
export function isSafeToAsk(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.includes(url.hostname));
}

export function describeSource(source: RegistrySource): string {
  return source.kind === 'folder' ? source.path : source.records.href;
}

function remote(url: URL): RegistrySource {
  const namesRecords = /(?:\.json|\/records)$/.test(url.pathname);
  const base = namesRecords ? new URL('.', url) : new URL(url.pathname.replace(/\/?$/, '/'), url);
  return {
    kind: 'remote',
    records: namesRecords ? url : new URL('records.json', base),
    attachments: url.hostname === mozilla.host ? new URL(mozilla.attachments) : base,
  };
}
