import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../../platform/postgres/file-copy.ts';
import { PullFailure } from './pull-failure.ts';
import { type RegistryContents, readRecords } from './registry-records.ts';
import { getFromRegistry, unreachable } from './registry-request.ts';
import { describeSource, type RegistrySource } from './registry-source.ts';

export interface Registry extends RegistryContents {
  source: RegistrySource;
}

/** 288 records are about 250 kB; a hundred times that is not a registry. */
const largestListBytes = 25_000_000;
const listMilliseconds = 30_000;

const recordList = z.object({ data: z.array(z.unknown()).max(50_000) });

/** Asks what models there are. Throws {@link PullFailure}. */
export async function listRegistry(source: RegistrySource, signal: AbortSignal): Promise<Registry> {
  const text = source.kind === 'folder' ? await readList(source.path) : await fetchList(source.records, signal);
  const { data } = recordList.safeParse(parseJson(text));
  if (!data) throw new PullFailure('refused', `${describeSource(source)} does not answer with a list of models.`);
  return { source, ...readRecords(data.data) };
}

async function readList(folder: string): Promise<string> {
  const file = join(folder, 'records.json');
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw new PullFailure(
      'missing',
      `There is no ${file}. It is the registry's list of models, saved beside its files.`,
      {
        cause: error,
      },
    );
  });
}

async function fetchList(url: URL, signal: AbortSignal): Promise<string> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(listMilliseconds)]);
  const response = await getFromRegistry(url, {}, limited);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > largestListBytes) throw new PullFailure('refused', `${url.href} answers with too much.`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw unreachable(url, error, signal);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
