import { useEffect } from 'react';

const house = '茶馆 Teahouse';

/** Name of the screen in tab and history; without one, the house alone. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · ${house}` : house;
    return () => {
      document.title = house;
    };
  }, [title]);
}
