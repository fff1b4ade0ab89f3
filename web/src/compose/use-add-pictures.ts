import { picturesPerNote } from '@teahouse/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../data/client.ts';
import { useToast } from '../ui/Toast.tsx';
import { pickPictures } from './pick-pictures.ts';
import { keepFile } from './picture-files.ts';
import type { ChangeComposition } from './use-browser-draft.ts';

/** Takes files that were picked, dropped or pasted; says so when some cannot be taken. */
export function useAddPictures(count: number, change: ChangeComposition): (files: Iterable<File>) => void {
  const { t } = useTranslation('compose');
  const toast = useToast();
  return useCallback(
    (files) => {
      const { pictures, refusal } = pickPictures(files, picturesPerNote - count);
      if (refusal) toast(t(`pictures.${refusal}`, { count: picturesPerNote }));
      if (pictures.length === 0) return;
      void Promise.all(pictures.map(keep)).then((added) =>
        change((before) => ({ pictures: [...before.pictures, ...added].slice(0, picturesPerNote) })),
      );
    },
    [count, change, toast, t],
  );
}

async function keep(file: File) {
  const key = newIdempotencyKey();
  await keepFile(key, file);
  return { key, alt: '' };
}
