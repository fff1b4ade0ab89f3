export interface PickedPictures {
  pictures: File[];
  /** Why some of the files are left out. */
  refusal: 'notPictures' | 'tooMany' | undefined;
}

/** Of files that were picked, dropped or pasted, the pictures there is room for. */
export function pickPictures(files: Iterable<File>, room: number): PickedPictures {
  const given = [...files];
  const all = given.filter((file) => file.type.startsWith('image/'));
  const pictures = all.slice(0, Math.max(0, room));
  if (all.length < given.length) return { pictures, refusal: 'notPictures' };
  return { pictures, refusal: pictures.length < all.length ? 'tooMany' : undefined };
}
