import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { type Crop, cropBox, cropShapes, mostZoom, moveCrop } from './crop.ts';

interface CropStageProps {
  source: ImageBitmap;
  crop: Crop;
  onChange: (crop: Crop) => void;
}

const stageWidth = 640;
/** Share of the visible part that one press of an arrow key moves. */
const keyStep = 0.05;

/** The part that will be kept, drawn as it will look; moved by finger, mouse or arrow keys. */
export function CropStage({ source, crop, onChange }: CropStageProps) {
  const { t } = useTranslation('compose');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [grip, setGrip] = useState<{ x: number; y: number; crop: Crop }>();
  const box = cropBox(source.width, source.height, crop);
  const height = Math.round((stageWidth * box.height) / box.width);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.drawImage(source, box.x, box.y, box.width, box.height, 0, 0, stageWidth, height);
  }, [source, box.x, box.y, box.width, box.height, height]);
  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!grip) return;
    const scale = box.width / event.currentTarget.clientWidth;
    const [dx, dy] = [(grip.x - event.clientX) * scale, (grip.y - event.clientY) * scale];
    onChange(moveCrop(source.width, source.height, grip.crop, dx, dy));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [dx, dy] = arrows[event.key] ?? [0, 0];
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    onChange(moveCrop(source.width, source.height, crop, dx * box.width * keyStep, dy * box.height * keyStep));
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)] justify-items-center overflow-hidden rounded-card bg-sunken">
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('crop.stage')}
          tabIndex={0}
          width={stageWidth}
          height={height}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setGrip({ x: event.clientX, y: event.clientY, crop });
          }}
          onPointerMove={drag}
          onPointerUp={() => setGrip(undefined)}
          onPointerCancel={() => setGrip(undefined)}
          className="max-h-[42dvh] max-w-full cursor-move touch-none object-contain"
        />
      </div>
      <SegmentedChoice
        label={t('crop.shape')}
        options={cropShapes.map((id) => ({ id, label: t(`crop.${id}`) }))}
        chosen={crop.shape}
        onChoose={(shape) => onChange({ ...crop, shape })}
      />
      <label className="flex items-center gap-3 text-small text-quiet">
        {t('crop.zoom')}
        <input
          type="range"
          min={1}
          max={mostZoom}
          step={0.05}
          value={crop.zoom}
          onChange={(event) => onChange({ ...crop, zoom: Number(event.target.value) })}
          className="flex-1 accent-ink"
        />
      </label>
    </div>
  );
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
