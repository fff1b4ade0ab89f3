import type { MediaView } from '@teahouse/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type UploadProgress, uploadPicture } from '../data/uploads.ts';
import type { ComposedPicture } from './composition.ts';
import { findFile } from './picture-files.ts';

export type UploadState = UploadProgress | { error: unknown };

export interface PictureUploads {
  stateOf: (key: string) => UploadState | undefined;
  retry: (key: string) => void;
}

/** A phone's line carries a few pictures well and many badly. */
const mostAtOnce = 3;

/** Sends every picture that the house does not have yet, a few at a time; leaving the screen stops it, coming back goes on. */
export function usePictureUploads(
  pictures: readonly ComposedPicture[],
  isEnabled: boolean,
  onReady: (key: string, media: MediaView | undefined) => void,
): PictureUploads {
  const [states, setStates] = useState<ReadonlyMap<string, UploadState>>(new Map());
  const running = useRef(new Map<string, AbortController>());
  const report = useCallback((key: string, state: UploadState | undefined) => {
    setStates((known) => {
      const next = new Map(known);
      if (state) next.set(key, state);
      else next.delete(key);
      return next;
    });
  }, []);

  useEffect(() => {
    const wanted = new Set(pictures.map((picture) => picture.key));
    for (const [key, control] of running.current) {
      if (wanted.has(key)) continue;
      control.abort();
      running.current.delete(key);
    }
    if (!isEnabled) return;
    for (const { key, media } of pictures) {
      if (running.current.size >= mostAtOnce) return;
      if (media || running.current.has(key) || hasFailed(states.get(key))) continue;
      const control = new AbortController();
      running.current.set(key, control);
      void send(key, control.signal, (state) => report(key, state)).then((outcome) => {
        if (control.signal.aborted) return;
        running.current.delete(key);
        report(key, 'error' in outcome ? outcome : undefined);
        if (!('error' in outcome)) onReady(key, outcome.media);
      });
    }
  }, [pictures, isEnabled, states, report, onReady]);

  useEffect(() => {
    const controls = running.current;
    return () => {
      for (const control of controls.values()) control.abort();
      controls.clear();
    };
  }, []);

  return { stateOf: (key) => states.get(key), retry: (key) => report(key, undefined) };
}

type Outcome = { media: MediaView | undefined } | { error: unknown };

/** Without its file (storage was cleared) a picture has no way into the house any more. */
async function send(
  key: string,
  signal: AbortSignal,
  onProgress: (progress: UploadProgress) => void,
): Promise<Outcome> {
  try {
    const file = await findFile(key);
    if (!file) return { media: undefined };
    return { media: await uploadPicture(file, { signal, onProgress }) };
  } catch (error) {
    return { error };
  }
}

export function hasFailed(state: UploadState | undefined): state is { error: unknown } {
  return state !== undefined && 'error' in state;
}
