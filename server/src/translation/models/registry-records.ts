import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Architecture, architectures } from '../engines/bergamot/model-store.ts';
import { isSamePair, type ModelPair, registryLanguage } from './model-pair.ts';

export const fileRoles = ['model', 'lexicon', 'vocabulary', 'source-vocabulary', 'target-vocabulary'] as const;
export type FileRole = (typeof fileRoles)[number];

/** One attachment of the registry, as it travels and as it lies on the disk. */
export interface RegistryFile {
  role: FileRole;
  /** Relative to the registry's attachments; checked to stay inside them. */
  location: string;
  filename: string;
  compression: 'zstd' | 'gzip' | 'none';
  packed: { hash: string; bytes: number };
  unpacked: { hash: string; bytes: number };
}

export interface RegistryModel extends ModelPair {
  version: string;
  architecture: Architecture;
  files: RegistryFile[];
  hash: string;
  downloadBytes: number;
  installedBytes: number;
}

export interface RegistryContents {
  models: RegistryModel[];
  /** Records that do not follow the format or point outside the registry, with the reason. */
  refused: string[];
}

/** Mozilla's largest file has 59.5 MB unpacked; nine times that is still no reason to fill a disk. */
export const largestFileBytes = 512 * 1_048_576;

const roleOfType = new Map<string, FileRole>([
  ['model', 'model'],
  ['lex', 'lexicon'],
  ['vocab', 'vocabulary'],
  ['srcvocab', 'source-vocabulary'],
  ['trgvocab', 'target-vocabulary'],
]);

const name = '(?!\\.{1,2}(?:/|$))[\\w.-]+';
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const byteCount = z.number().int().min(1).max(largestFileBytes);

const record = z.object({
  sourceLanguage: registryLanguage,
  targetLanguage: registryLanguage,
  version: z.string().regex(/^\d[\w.-]{0,31}$/),
  architecture: z.string(),
  fileType: z.string(),
  filter_expression: z.string().nullish(),
  last_modified: z.number().default(0),
  decompressedHash: sha256.optional(),
  decompressedSize: byteCount.optional(),
  attachment: z.object({
    hash: sha256,
    size: byteCount,
    filename: z
      .string()
      .max(128)
      .regex(new RegExp(`^${name}$`)),
    location: z
      .string()
      .max(512)
      .regex(new RegExp(`^${name}(?:/${name})*$`), 'points outside the registry'),
    mimetype: z.string().default(''),
  }),
});

type RegistryRecord = z.infer<typeof record>;

const wholeRecord = record.refine(
  (read) => compressionOf(read) === 'none' || unpackedOf(read) !== undefined,
  'unpacked size or hash is missing',
);

/** Reads records of Mozilla's `translations-models-v2` into whole models; what is incomplete is left out. */
export function readRecords(records: readonly unknown[]): RegistryContents {
  const read = records.map((entry) => wholeRecord.safeParse(entry));
  const refused = read.flatMap(({ error }) => (error ? [describe(error)] : []));
  const usable = read.flatMap(({ data }) => (data && isUsable(data) ? [data] : []));
  const groups = Map.groupBy(usable, (entry) =>
    [entry.sourceLanguage, entry.targetLanguage, entry.architecture, entry.version].join(' '),
  );
  return { models: [...groups.values()].flatMap(asModel), refused };
}

/** A released version before a trial one, then the better architecture, then the newer version. */
export function pickModel(
  models: readonly RegistryModel[],
  pair: ModelPair,
  allowed: readonly Architecture[] = architectures,
): RegistryModel | undefined {
  return models
    .filter((model) => isSamePair(model, pair) && allowed.includes(model.architecture))
    .sort(
      (one, other) =>
        Number(isReleased(other.version)) - Number(isReleased(one.version)) ||
        architectures.indexOf(other.architecture) - architectures.indexOf(one.architecture) ||
        other.version.localeCompare(one.version, 'en', { numeric: true }),
    )[0];
}

/** Identity of a model: the same files give the same name, wherever they came from. */
export function modelHash(files: readonly { role: FileRole; hash: string }[]): string {
  const lines = files.map(({ role, hash }) => `${role} ${hash}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

function asModel(records: RegistryRecord[]): RegistryModel[] {
  const [first] = records;
  const architecture = architectures.find((known) => known === first?.architecture);
  const files = wholeSet(records.toSorted((one, other) => other.last_modified - one.last_modified).flatMap(asFile));
  if (!first || !architecture || !files) return [];
  return [
    {
      from: first.sourceLanguage,
      to: first.targetLanguage,
      version: first.version,
      architecture,
      files,
      hash: modelHash(files.map(({ role, unpacked }) => ({ role, hash: unpacked.hash }))),
      downloadBytes: files.reduce((sum, file) => sum + file.packed.bytes, 0),
      installedBytes: files.reduce((sum, file) => sum + file.unpacked.bytes, 0),
    },
  ];
}

/** The engine works without a shortlist, only slower, and not every model has one. Without words or weights it does not. */
function wholeSet(files: readonly RegistryFile[]): RegistryFile[] | undefined {
  const find = (role: FileRole) => files.find((file) => file.role === role);
  const shared = find('vocabulary');
  const vocabularies = shared ? [shared] : [find('source-vocabulary'), find('target-vocabulary')];
  const set = [find('model'), ...vocabularies].filter((file) => file !== undefined);
  if (set.length !== vocabularies.length + 1) return undefined;
  const lexicon = find('lexicon');
  return lexicon ? [...set, lexicon] : set;
}

function asFile(read: RegistryRecord): RegistryFile[] {
  const role = roleOfType.get(read.fileType);
  const packed = { hash: read.attachment.hash, bytes: read.attachment.size };
  if (!role) return [];
  const { location, filename } = read.attachment;
  return [{ role, location, filename, compression: compressionOf(read), packed, unpacked: unpackedOf(read) ?? packed }];
}

function unpackedOf(read: RegistryRecord): RegistryFile['unpacked'] | undefined {
  const { decompressedHash: hash, decompressedSize: bytes } = read;
  return hash === undefined || bytes === undefined ? undefined : { hash, bytes };
}

function compressionOf({ attachment }: RegistryRecord): RegistryFile['compression'] {
  const { location, filename, mimetype } = attachment;
  if (mimetype === 'application/zstd' || location.endsWith('.zst') || filename.endsWith('.zst')) return 'zstd';
  return location.endsWith('.gz') || filename.endsWith('.gz') ? 'gzip' : 'none';
}

/** Filter expressions are Firefox's (JEXL): records for Android alone, or for its test channels, are not for a server. */
function isUsable({ filter_expression: filter }: RegistryRecord): boolean {
  if (!filter) return true;
  if (/OS\s*==\s*['"]Android/.test(filter)) return false;
  return !filter.includes('env.channel') || filter.includes('release');
}

function isReleased(version: string): boolean {
  return /^[\d.]+$/.test(version);
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.')}: ${issue.message}` : error.message;
}
