import { bandKeys, hammingDistance, NEAR_DUPLICATE_BITS } from '@teahouse/engine';

/** Gives near-duplicates a common name; notes like no other have none of their own until a copy turns up. */
export interface DuplicateGroups {
  groupOf(noteId: string, simhash: string | null): string | undefined;
  forgetAllBut(kept: ReadonlyMap<string, unknown>): void;
}

interface Known {
  noteId: string;
  fingerprint: bigint;
  group: string;
}

export function createDuplicateGroups(): DuplicateGroups {
  const byNote = new Map<string, Known>();
  const byBand = new Map<number, Known[]>();

  function alikeTo(fingerprint: bigint, bands: readonly number[]): Known | undefined {
    for (const band of bands) {
      const alike = byBand
        .get(band)
        ?.find((known) => hammingDistance(known.fingerprint, fingerprint) <= NEAR_DUPLICATE_BITS);
      if (alike) return alike;
    }
    return undefined;
  }

  return {
    groupOf(noteId, simhash) {
      if (simhash === null || !/^[0-9a-f]{16}$/.test(simhash)) return undefined;
      const fingerprint = BigInt(`0x${simhash}`);
      const known = byNote.get(noteId);
      if (known?.fingerprint === fingerprint) return known.group;
      const bands = bandKeys(fingerprint);
      const group = alikeTo(fingerprint, bands)?.group ?? noteId;
      const added = { noteId, fingerprint, group };
      byNote.set(noteId, added);
      for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), added]);
      return group;
    },
    forgetAllBut(kept) {
      for (const noteId of byNote.keys()) if (!kept.has(noteId)) byNote.delete(noteId);
      for (const [band, all] of byBand) {
        const left = all.filter((known) => byNote.get(known.noteId) === known);
        if (left.length > 0) byBand.set(band, left);
        else byBand.delete(band);
      }
    },
  };
}
