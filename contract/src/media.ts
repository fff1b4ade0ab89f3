import { z } from 'zod';
import { mediaId } from './ids.ts';
import { defineRoute } from './route.ts';

/** Widths in CSS pixels of the stored renditions of every picture. */
export const renditionWidths = [360, 720, 1440] as const;

/** A processed picture; `url` + `-360.webp`, `-720.webp`, `-1440.webp` (and `-720.avif`) are its renditions. */
export const mediaView = z.object({
  id: mediaId,
  url: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** base64 thumbhash, 20–30 bytes: colour and shape to show while the picture loads. */
  thumbhash: z.string(),
  /** Widths that exist; a small original has fewer. */
  widths: z.array(z.number().int()),
  hasAvif: z.boolean(),
});
export type MediaView = z.infer<typeof mediaView>;

export const pictureView = mediaView.extend({ alt: z.string() });
export type PictureView = z.infer<typeof pictureView>;

export const uploadState = z.enum(['uploading', 'processing', 'ready', 'refused']);

export const mediaRoutes = {
  getMedia: defineRoute({
    id: 'media.get',
    method: 'GET',
    path: '/api/media/:mediaId',
    access: 'member',
    rate: 'read',
    summary:
      'State of one of my uploads (sent by the tus 1.0 protocol to /api/uploads; the id is the last path segment)',
    params: z.object({ mediaId }),
    response: z.object({ state: uploadState, media: mediaView.optional(), problem: z.string().optional() }),
    problems: ['not-found'],
  }),
  deleteMedia: defineRoute({
    id: 'media.delete',
    method: 'DELETE',
    path: '/api/media/:mediaId',
    access: 'member',
    rate: 'write',
    summary: 'Discard an upload that no note uses',
    params: z.object({ mediaId }),
    problems: ['not-found', 'conflict'],
  }),
};
