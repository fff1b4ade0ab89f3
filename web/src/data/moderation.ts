import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, type ResponseOutput, routes } from '@teahouse/contract';
import { call, newIdempotencyKey } from './client.ts';
import { houseKey } from './house.ts';
import { noteKeys } from './note-cache.ts';
import { after, itemsOf, pageByPage } from './pages.ts';
import { staleTimes } from './stale-times.ts';

const moderation = routes.moderation;

export type Report = ResponseOutput<typeof moderation.listReports>['items'][number];
export type Subject = Report['subject'];
export type Appeal = ResponseOutput<typeof moderation.listAppeals>['items'][number];
export type AuditLine = ResponseOutput<typeof moderation.audit>['items'][number];
export type ReportState = Report['state'];
export type NewDecision = BodyInput<typeof moderation.decide>;
export type ModerationAction = NewDecision['action'];

export const moderationKeys = {
  all: ['moderation'] as const,
  reports: (state: ReportState) => ['moderation', 'reports', state] as const,
  appeals: ['moderation', 'appeals'] as const,
  audit: ['moderation', 'audit'] as const,
  settings: ['operations', 'settings'] as const,
};

/** Reports and held texts, the longest waiting first. */
export function useReports(state: ReportState) {
  return useInfiniteQuery({
    queryKey: moderationKeys.reports(state),
    queryFn: ({ pageParam, signal }) => call(moderation.listReports, { query: { state, ...after(pageParam) }, signal }),
    ...pageByPage,
    select: itemsOf<Report>,
  });
}

export function useAppeals() {
  return useInfiniteQuery({
    queryKey: moderationKeys.appeals,
    queryFn: ({ pageParam, signal }) => call(moderation.listAppeals, { query: after(pageParam), signal }),
    ...pageByPage,
    select: itemsOf<Appeal>,
  });
}

export function useAudit() {
  return useInfiniteQuery({
    queryKey: moderationKeys.audit,
    queryFn: ({ pageParam, signal }) => call(moderation.audit, { query: after(pageParam), signal }),
    ...pageByPage,
    select: itemsOf<AuditLine>,
  });
}

export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDecision) => call(moderation.decide, { body, idempotencyKey: newIdempotencyKey() }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: moderationKeys.all }),
        client.invalidateQueries({ queryKey: noteKeys.all, refetchType: 'none' }),
      ]),
  });
}

export function useDecideAppeal(appealId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInput<typeof moderation.decideAppeal>) =>
      call(moderation.decideAppeal, { params: { appealId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: moderationKeys.all }),
  });
}

export function useHouseSettings(isEnabled: boolean) {
  return useQuery({
    queryKey: moderationKeys.settings,
    queryFn: ({ signal }) => call(routes.house.getSettings, { signal }),
    staleTime: staleTimes.list,
    enabled: isEnabled,
  });
}

export function useChangeHouseSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInput<typeof routes.house.updateSettings>) => call(routes.house.updateSettings, { body }),
    scope: { id: 'house settings' },
    onSuccess: (settings) => {
      client.setQueryData(moderationKeys.settings, settings);
      return client.invalidateQueries({ queryKey: houseKey });
    },
  });
}

export type Role = BodyInput<typeof routes.house.setRole>['role'];

export function useSetRole() {
  return useMutation({
    mutationFn: ({ handle, role }: { handle: string; role: Role }) =>
      call(routes.house.setRole, { params: { handle }, body: { role } }),
  });
}
