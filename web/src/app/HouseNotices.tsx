import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useHouse } from '../data/house.ts';

/** One line under the bar when something about the house itself needs saying. */
export function HouseNotices() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const house = useHouse().data;
  if (!isOnline) return <Notice text={t('offline')} />;
  if (house?.state === 'read-only') return <Notice text={t('readOnly')} />;
  return null;
}

function Notice({ text }: { text: string }) {
  return (
    <p role="status" className="bg-amber-soft px-4 py-2 text-center text-small text-amber">
      {text}
    </p>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
