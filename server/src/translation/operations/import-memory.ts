import { Problem, type ResponseOf, readableLanguageTags, type translationOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { readTmx, type TmxUnit } from '../memory/tmx.ts';
import type { MemoryEntry, TranslationMemory } from '../memory/translation-memory.ts';

type ImportRoute = typeof translationOperationsRoutes.importMemory;

const readable = new Set<string>(readableLanguageTags);

/** Pairs are held in memory once, too; a file in two languages has two for each of its units. */
const mostPairs = 500_000;

/** Every language of a unit is a translation of every other one. What members of the house wrote is not replaced. */
export async function importMemory(
  deps: Pick<Deps, 'db' | 'ids' | 'clock'>,
  { memory }: { memory: Pick<TranslationMemory, 'remember'> },
  { body, actor }: Input<ImportRoute>,
): Promise<ResponseOf<ImportRoute>> {
  const entries = readEntries(body.tmx, body.attribution);
  return inTransaction(deps.db, async (tx) => {
    const told = await memory.remember(entries, tx);
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'memory.import',
      subjectKind: 'memory',
      subjectId: 'tmx',
      detail: { attribution: body.attribution, ...told },
    });
    return told;
  });
}

function readEntries(tmx: string, attribution: string): MemoryEntry[] {
  const entries: MemoryEntry[] = [];
  for (const unit of readTmx(tmx)) {
    entries.push(...entriesOf(unit, attribution));
    if (entries.length > mostPairs)
      throw new Problem('invalid-request', 'The file has more than 500,000 pairs of languages: import it in parts.');
  }
  return entries;
}

function entriesOf({ variants }: TmxUnit, attribution: string): MemoryEntry[] {
  const known = variants.filter(({ language }) => readable.has(language));
  return known.flatMap((source) =>
    known
      .filter(({ language }) => language !== source.language)
      .map((target) => ({
        from: source.language,
        to: target.language,
        source: source.text,
        target: target.text,
        origin: 'import' as const,
        attribution,
      })),
  );
}
