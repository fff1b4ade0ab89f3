import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useUpdateMe } from '../data/accounts.ts';
import { type UploadProgress, uploadPicture } from '../data/uploads.ts';

/** Sends the picture, waits until it is ready, then wears it. */
export function useAvatarUpload() {
  const [progress, setProgress] = useState<UploadProgress>();
  const update = useUpdateMe();
  const choose = useMutation({
    mutationFn: async (file: File) => {
      const media = await uploadPicture(file, { onProgress: setProgress });
      return update.mutateAsync({ avatarId: media.id });
    },
    onSettled: () => setProgress(undefined),
  });
  const remove = useMutation({ mutationFn: () => update.mutateAsync({ avatarId: null }) });
  return { progress, choose, remove };
}
