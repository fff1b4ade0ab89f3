export function noteUrl(noteId: string): string {
  return new URL(`/notes/${noteId}`, location.origin).href;
}

export function copyNoteLink(noteId: string): Promise<void> {
  return copyText(noteUrl(noteId));
}

/** The clipboard interface exists only on secure origins; a house on a home network is served over plain HTTP. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
