import { textAddressOf } from '@teahouse/contract';
import { isFine, signUp, type Visitor } from '../faults/visitor.ts';
import { noteBody } from '../faults/writers.ts';

export interface PageOfComments {
  noteId: string;
  /** Of a signed-in reader. */
  cookie: string;
  reader: Visitor;
  /** Addresses of the comments. */
  texts: string[];
}

/** A note with these comments, written over HTTP, and somebody who reads them. */
export async function publishWithComments(
  house: { url: string },
  comments: readonly string[],
): Promise<PageOfComments> {
  const [author, reader] = [await signUp(house, 'author'), await signUp(house, 'reader')];
  const noteId = await send(author, '/api/notes', noteBody('Breakfast by the river'));
  const texts: string[] = [];
  for (const text of comments) {
    const id = await send(author, `/api/notes/${noteId}/comments`, { text });
    texts.push(textAddressOf('comment.text', noteId, id));
  }
  return { noteId, cookie: reader.cookie, reader, texts };
}

async function send(visitor: Visitor, path: string, body: object): Promise<string> {
  const answer = await visitor.send('POST', path, { body });
  if (!isFine(answer)) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return String(answer.body.id);
}
