import type { Answered, Person } from './harness.ts';

/** Steps of the upload protocol as a client takes them; for tests. */
const resumable = { 'tus-resumable': '1.0.0' };

export function beginUpload(
  person: Person,
  bytes: number,
  headers: Record<string, string> = {},
): Promise<Answered<unknown>> {
  return person.send({
    method: 'POST',
    url: '/api/uploads',
    headers: { ...resumable, 'upload-length': String(bytes), ...headers },
  });
}

export function sendPart(
  person: Person,
  location: string,
  offset: number,
  part: Buffer,
  headers: Record<string, string> = {},
) {
  return person.send({
    method: 'PATCH',
    url: location,
    payload: part,
    headers: {
      ...resumable,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      ...headers,
    },
  });
}

export function askOffset(person: Person, location: string) {
  return person.send({ method: 'HEAD', url: location, headers: resumable });
}

export function locationOf(answer: Answered<unknown>): string {
  return String(answer.headers.location);
}

export function mediaIdOf(location: string): string {
  return location.split('/').at(-1) ?? '';
}

/** A whole file in one go; the answer is that of the last step taken. */
export async function upload(person: Person, bytes: Buffer): Promise<{ mediaId: string; answer: Answered<unknown> }> {
  const begun = await beginUpload(person, bytes.length);
  if (begun.status !== 201) return { mediaId: '', answer: begun };
  const location = locationOf(begun);
  return { mediaId: mediaIdOf(location), answer: await sendPart(person, location, 0, bytes) };
}
