import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, type ModelView, type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { staleTimes } from './stale-times.ts';

const operations = routes.translationOperations;

export type TranslationOverview = ResponseOutput<typeof operations.overview>;
export type EngineView = TranslationOverview['engines'][number];
export type PairFigures = TranslationOverview['pairs'][number];
export type ModelPair = BodyInput<typeof operations.pullModel>;

const keys = {
  overview: (hours: number) => ['operations', 'translation', hours] as const,
  models: ['operations', 'translation-models'] as const,
};

const overviewMilliseconds = 15_000;
const pullMilliseconds = 1_000;

/** Engines, queue and figures of the last hours, asked for again while they are looked at. */
export function useTranslationOverview(hours: number) {
  return useQuery({
    queryKey: keys.overview(hours),
    queryFn: ({ signal }) => call(operations.overview, { query: { hours }, signal }),
    staleTime: staleTimes.list,
    refetchInterval: overviewMilliseconds,
    placeholderData: keepPreviousData,
  });
}

/** Models of this house and of the registry; followed closely while one is being fetched. */
export function useModels() {
  return useQuery({
    queryKey: keys.models,
    queryFn: ({ signal }) => call(operations.models, { signal }),
    staleTime: staleTimes.list,
    refetchInterval: ({ state }) => (state.data?.items.some(isComing) ? pullMilliseconds : false),
  });
}

export function isComing({ state }: Pick<ModelView, 'state'>): boolean {
  return state === 'queued' || state === 'downloading' || state === 'checking';
}

export function usePullModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ModelPair) => call(operations.pullModel, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.models }),
  });
}

/** Removes a model, or stops fetching it. */
export function useRemoveModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (params: ModelPair) => call(operations.removeModel, { params }),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
}

export function useImportMemory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInput<typeof operations.importMemory>) => call(operations.importMemory, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['operations', 'translation'] }),
  });
}

/** A plain link: the browser saves the file while it arrives. */
export const memoryPath = operations.exportMemory.path;
