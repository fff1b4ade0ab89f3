import { Readable } from 'node:stream';
import type { translationOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { tmxFile } from '../memory/tmx.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';

/** Streams the memory: it is read page by page, as fast as the client takes it. */
export async function exportMemory(
  { memory }: { memory: Pick<TranslationMemory, 'entries'> },
  { request }: Input<typeof translationOperationsRoutes.exportMemory>,
): Promise<undefined> {
  request.reply
    .type('application/xml; charset=utf-8')
    .header('content-disposition', 'attachment; filename="teahouse-memory.tmx"')
    .send(Readable.from(writeEntries(memory)));
}

async function* writeEntries(memory: Pick<TranslationMemory, 'entries'>): AsyncGenerator<string> {
  yield tmxFile.head;
  for await (const { from, to, source, target } of memory.entries())
    yield tmxFile.unit({
      variants: [
        { language: from, text: source },
        { language: to, text: target },
      ],
    });
  yield tmxFile.tail;
}
