import { useQuery } from '@tanstack/react-query';
import { type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { staleTimes } from './stale-times.ts';

export type Accuracy = ResponseOutput<typeof routes.translations.accuracy>;
export type Evaluation = Accuracy['evaluations'][number];
export type MembersVerdict = Accuracy['members'][number];

export function useAccuracy() {
  return useQuery({
    queryKey: ['accuracy'],
    queryFn: ({ signal }) => call(routes.translations.accuracy, { signal }),
    staleTime: staleTimes.house,
  });
}
