/** Proportions a picture can be cut to; `original` leaves it whole. */
export const cropShapes = ['original', 'square', 'landscape', 'portrait'] as const;
export type CropShape = (typeof cropShapes)[number];

const ratios: Record<Exclude<CropShape, 'original'>, number> = { square: 1, landscape: 4 / 3, portrait: 3 / 4 };

export interface Crop {
  shape: CropShape;
  /** 1 shows as much as the shape allows. */
  zoom: number;
  /** Where the middle of the cut lies, 0–1 of the room there is to move. */
  x: number;
  y: number;
}

export const wholePicture: Crop = { shape: 'original', zoom: 1, x: 0.5, y: 0.5 };
export const mostZoom = 3;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of the picture that is kept, in its own pixels. */
export function cropBox(width: number, height: number, { shape, zoom, x, y }: Crop): Box {
  const ratio = shape === 'original' ? width / height : ratios[shape];
  const kept = Math.min(width, height * ratio) / zoom;
  const box = { width: kept, height: kept / ratio };
  return { ...box, x: (width - box.width) * x, y: (height - box.height) * y };
}

/** Moves the cut by pixels of the picture, as far as the picture goes. */
export function moveCrop(width: number, height: number, crop: Crop, dx: number, dy: number): Crop {
  const box = cropBox(width, height, crop);
  return { ...crop, x: shifted(crop.x, dx, width - box.width), y: shifted(crop.y, dy, height - box.height) };
}

/** Cuts with the browser's own canvas; the longest side stays below what canvases of phones can hold. */
export async function cutPicture(source: ImageBitmap, crop: Crop, name: string): Promise<File> {
  const box = cropBox(source.width, source.height, crop);
  const scale = Math.min(1, longestSide / Math.max(box.width, box.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(box.width * scale);
  canvas.height = Math.round(box.height * scale);
  canvas.getContext('2d')?.drawImage(source, box.x, box.y, box.width, box.height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) throw new Error('The picture could not be cut');
  return new File([blob], `${name.replace(/\.\w+$/u, '')}.jpg`, { type: blob.type });
}

const longestSide = 4096;
const quality = 0.92;

function shifted(place: number, by: number, room: number): number {
  return room <= 0 ? place : Math.min(1, Math.max(0, place + by / room));
}
