import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOfEngine } from './engine-kinds.ts';

/** An engine as readers know it; a language model keeps its own name. */
export function useEngineName(): (engine: string) => string {
  const { t } = useTranslation('accuracy');
  return useCallback(
    (engine) => {
      const kind = kindOfEngine(engine);
      return kind === 'endpoint' ? engine : t(`leaves.${kind}.name`);
    },
    [t],
  );
}
