import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Actor, RequestContext } from '../http/context.ts';
import { blobPrefix } from '../media/index.ts';
import { dateOf } from '../platform/clock.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { readSection, type Section, sections, selectPictures } from './export.sql.ts';

const readMe = `Everything this house holds about you, as it is stored.
Each .json file is a list of rows; times are UTC. pictures/ holds your pictures in the largest size the house keeps, by media id.
Passwords and keys are left out: the house itself only knows their hashes.

这里是本站保存的与你有关的全部内容。每个 .json 文件是一张表,时间均为 UTC;pictures/ 为你的图片(按 media id 命名)。
密码与密钥不在其中:本站只保存它们的散列值。
`;

/** Streams a ZIP: each file is read from the database, page by page, when the client has taken the one before. */
export async function exportAccount(deps: AccountDeps, actor: Actor, { reply }: RequestContext): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(readMe), 'README.txt');
  for (const section of sections) addSection(deps, zip, section, actor.memberId);
  await addPictures(deps, zip, actor.memberId);
  zip.end();
  const output = new Readable().wrap(zip.outputStream);
  zip.on('error', (error: Error) => output.destroy(error));
  const day = dateOf(deps.clock).toISOString().slice(0, 10);
  reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="teahouse-${day}.zip"`)
    .send(output);
}

function addSection({ db }: AccountDeps, zip: ZipFile, section: Section, memberId: string): void {
  zip.addReadStreamLazy(section.file, (give) =>
    give(null, heard(zip, Readable.from(writeList(readSection(db, section, memberId))))),
  );
}

/** The archive leaves the errors of its parts to us; one that nobody hears ends the whole process. */
function heard(zip: ZipFile, part: Readable): Readable {
  return part.on('error', (error) => zip.emit('error', error));
}

async function* writeList(pages: AsyncIterable<unknown[]>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const page of pages) {
    yield separator + page.map((row) => JSON.stringify(row)).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

async function addPictures({ db, blobs, log }: AccountDeps, zip: ZipFile, memberId: string): Promise<void> {
  let after: string | undefined;
  do {
    const pictures = await selectPictures(db, memberId, after);
    for (const { id, widths } of pictures) {
      if (widths.length === 0) continue;
      const key = `${blobPrefix(id)}${Math.max(...widths)}.webp`;
      // Pictures are compressed already.
      zip.addReadStreamLazy(`pictures/${id}.webp`, { compress: false }, (give) =>
        give(null, heard(zip, Readable.from(readPicture({ blobs, log }, key)))),
      );
    }
    after = pictures.at(-1)?.id;
  } while (after !== undefined);
}

/** A picture whose file is gone stays empty: it must not keep all the rest from its owner. */
async function* readPicture({ blobs, log }: Pick<AccountDeps, 'blobs' | 'log'>, key: string): AsyncGenerator<Buffer> {
  try {
    yield* await blobs.stream(key);
  } catch (error) {
    log.error({ err: error, key }, 'a picture could not be exported');
  }
}
