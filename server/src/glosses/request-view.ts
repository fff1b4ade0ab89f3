import { type GlossRequestId, type GlossRequestView, parseTextAddress, type TextAddress } from '@teahouse/contract';
import { truncate } from '@teahouse/engine';
import type { Actor } from '../http/context.ts';
import { glossKey } from './gloss-key.ts';
import type { GlossParts, ReadableText } from './gloss-parts.ts';
import type { RequestRow } from './requests.sql.ts';

const exampleLength = { graphemes: 120, bytes: 960 };

/** With the place the words stand in, as far as the viewer may read it now. */
export async function viewRequests(
  { readTexts }: Pick<GlossParts, 'readTexts'>,
  rows: readonly RequestRow[],
  viewer: Actor,
): Promise<GlossRequestView[]> {
  const addresses = rows.flatMap(({ address }) => (address ? [address as TextAddress] : []));
  const texts = addresses.length > 0 ? await readTexts(addresses, viewer) : new Map<TextAddress, ReadableText>();
  return rows.map((row) => requestView(row, texts.get((row.address ?? '') as TextAddress)));
}

function requestView(row: RequestRow, source: ReadableText | undefined): GlossRequestView {
  return {
    id: row.id as GlossRequestId,
    words: row.words,
    language: row.language,
    ...(source && row.address ? placeOf(row.address, source.text, row.words_key) : {}),
    askedBy: row.asked,
    createdAt: row.created_at.toISOString(),
  };
}

function placeOf(address: string, text: string, key: string): { example?: string; noteId?: string } {
  const place = parseTextAddress(address);
  const isUnderNote = place?.field.startsWith('note.') || place?.field.startsWith('comment.');
  const example = sentenceWith(text, key);
  return { ...(example ? { example } : {}), ...(place && isUnderNote ? { noteId: place.ids[0] } : {}) };
}

/** Nothing once its author has taken the words out of the text. */
function sentenceWith(text: string, key: string): string | undefined {
  if (!glossKey(text).includes(key)) return undefined;
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
  const holder = sentences.find(({ segment }) => glossKey(segment).includes(key))?.segment ?? text;
  return truncate(holder.trim(), exampleLength);
}
