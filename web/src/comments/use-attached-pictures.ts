import { type MediaView, picturesPerComment } from '@teahouse/contract';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComposedPicture } from '../compose/composition.ts';
import { pickPictures } from '../compose/pick-pictures.ts';
import { dropFiles, holdFile } from '../compose/picture-files.ts';
import { newIdempotencyKey } from '../data/client.ts';
import { discardUpload } from '../data/uploads.ts';
import { useToast } from '../ui/Toast.tsx';

export interface AttachedPictures {
  pictures: readonly ComposedPicture[];
  add: (files: Iterable<File>) => void;
  describe: (key: string, alt: string) => void;
  /** Without media there is no way into the house for it any more. */
  arrive: (key: string, media: MediaView | undefined) => void;
  remove: (key: string) => void;
  /** They are part of a comment now. */
  letGo: () => void;
}

/** Pictures that are to go with a comment; kept as long as its composer. */
export function useAttachedPictures(): AttachedPictures {
  const { t } = useTranslation('comments');
  const toast = useToast();
  const [pictures, setPictures] = useState<readonly ComposedPicture[]>([]);
  const present = useRef(pictures);
  useEffect(() => {
    present.current = pictures;
  }, [pictures]);
  useEffect(() => () => drop(present.current), []);
  const add = useCallback(
    (files: Iterable<File>) => {
      const picked = pickPictures(files, picturesPerComment - present.current.length);
      if (picked.refusal) toast(t(`pictures.${picked.refusal}`, { count: picturesPerComment }));
      const added = picked.pictures.map(hold);
      if (added.length > 0) setPictures((before) => [...before, ...added].slice(0, picturesPerComment));
    },
    [toast, t],
  );
  const remove = useCallback((key: string) => {
    const removed = present.current.filter((picture) => picture.key === key);
    for (const { media } of removed) if (media) void discardUpload(media.id);
    drop(removed);
    setPictures((before) => before.filter((picture) => picture.key !== key));
  }, []);
  const change = useCallback((key: string, to: Partial<ComposedPicture>) => {
    setPictures((before) => before.map((picture) => (picture.key === key ? { ...picture, ...to } : picture)));
  }, []);
  const describe = useCallback((key: string, alt: string) => change(key, { alt }), [change]);
  const arrive = useCallback(
    (key: string, media: MediaView | undefined) => (media ? change(key, { media }) : remove(key)),
    [change, remove],
  );
  const letGo = useCallback(() => {
    drop(present.current);
    setPictures([]);
  }, []);
  return useMemo(
    () => ({ pictures, add, describe, arrive, remove, letGo }),
    [pictures, add, describe, arrive, remove, letGo],
  );
}

function hold(file: File): ComposedPicture {
  const key = newIdempotencyKey();
  holdFile(key, file);
  return { key, alt: '' };
}

function drop(pictures: readonly ComposedPicture[]): void {
  if (pictures.length > 0) void dropFiles(pictures.map(({ key }) => key));
}
