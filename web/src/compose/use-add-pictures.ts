import { picturesPerNote } from '@teahouse/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../data/client.ts';
import { useToast } from '../ui/Toast.tsx';
import { keepFile } from './picture-files.ts';
import type { ChangeComposition } from './use-browser-draft.ts';

/** Takes files that were picked, dropped or pasted; says so when some cannot be taken. */
export function useAddPictures(count: number, change: ChangeComposition): (files: Iterable<File>) => void {
  const { t } = useTranslation('compose');
  const toast = useToast();
  return useCallback(
    (files) => {
      const given = [...files];
      const pictures = given.filter((file) => file.type.startsWith('image/'));
      const fitting = pictures.slice(0, picturesPerNote - count);
      if (pictures.length < given.length) toast(t('pictures.notPictures'));
      else if (fitting.length < pictures.length) toast(t('pictures.tooMany', { count: picturesPerNote }));
      if (fitting.length === 0) return;
      void Promise.all(fitting.map(keep)).then((added) =>
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
