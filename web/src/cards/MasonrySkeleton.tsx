import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/Skeleton.tsx';
import { columnsFor } from './card-size.ts';
import { usePlace } from './use-place.ts';

const ratios = ['3 / 4', '1', '4 / 5', '4 / 3', '3 / 4', '1'];

/** The shape of cards to come. */
export function MasonrySkeleton() {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = usePlace(frame);
  const columns = columnsFor(width);
  return (
    <div
      ref={frame}
      role="status"
      aria-label={t('loading')}
      className="flex overflow-hidden"
      style={{ gap: columns.gap, minHeight: '80vh' }}
    >
      {width > 0
        ? Array.from({ length: columns.count }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed drawing
            <div key={column} className="flex shrink-0 flex-col" style={{ width: columns.width, gap: columns.gap }}>
              {[0, 1, 2, 3].map((row) => (
                <div key={row} className="flex flex-col gap-2">
                  <Skeleton
                    className="!rounded-card"
                    style={{ aspectRatio: ratios[(column * 2 + row) % ratios.length] }}
                  />
                  <Skeleton className="mx-1 h-3.5 w-4/5" />
                  <Skeleton className="mx-1 mb-2 h-3 w-2/5" />
                </div>
              ))}
            </div>
          ))
        : null}
    </div>
  );
}
