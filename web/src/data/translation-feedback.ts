import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, routes, type TranslationView } from '@teahouse/contract';
import { call } from './client.ts';
import { type KeptTranslation, translationKeys } from './translations.ts';

const translations = routes.translations;

type Target = Pick<BodyInput<typeof translations.rate>, 'of' | 'to'>;

/** The translation a view shows, as the house calls it. */
export function targetOf({ of, to }: Pick<TranslationView, 'of' | 'to'>): Target {
  return { of, to } as Target;
}

/** Good, wrong, or neither. */
export function useRateTranslation(view: TranslationView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verdict: 'good' | 'wrong' | 'none') =>
      call(translations.rate, { body: { ...targetOf(view), verdict } }),
    scope: { id: `rate ${view.of}` },
    onSuccess: (feedback) => change(client, view, (known) => ({ ...known, feedback })),
  });
}

export function useReportTranslation(view: TranslationView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (detail: string) => call(translations.report, { body: { ...targetOf(view), detail } }),
    onSuccess: ({ isHeld }) => {
      if (isHeld) change(client, view, ({ text: _, pairs: __, ...known }) => ({ ...known, state: 'held' }));
    },
  });
}

export function useSuggestTranslation() {
  return useMutation({
    mutationFn: ({ view, text, idempotencyKey }: { view: Target; text: string; idempotencyKey: string }) =>
      call(translations.suggest, { body: { ...view, text }, idempotencyKey }),
  });
}

/** Asks members to explain what no machine understands. */
export function useAskToExplain() {
  return useMutation({
    mutationFn: ({ words, of }: { words: string; of: string }) =>
      call(routes.glosses.ask, { body: { words, of: of as Target['of'] } }),
  });
}

/** How Chinese sentences are read aloud; asked for by learners only. */
export function usePinyin(text: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['pinyin', text],
    queryFn: ({ signal }) => call(translations.pinyin, { body: { text }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted && text !== '',
    select: (answer) => answer.parts,
  });
}

function change(
  client: QueryClient,
  { of, to }: TranslationView,
  make: (view: TranslationView) => TranslationView,
): void {
  client.setQueryData<KeptTranslation>(
    translationKeys.one(of, to),
    (kept) => kept && { ...kept, view: make(kept.view) },
  );
}
