import { useMutation } from '@tanstack/react-query';
import { type BodyInput, routes } from '@teahouse/contract';
import { call, newIdempotencyKey } from './client.ts';

export type NewReport = BodyInput<typeof routes.moderation.report>;

export function useReport() {
  return useMutation({
    mutationFn: (body: NewReport) => call(routes.moderation.report, { body, idempotencyKey: newIdempotencyKey() }),
  });
}
