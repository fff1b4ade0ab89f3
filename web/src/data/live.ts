import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { routes, type StreamFrame } from '@teahouse/contract';
import { useEffect } from 'react';
import { adoptSession, updateSessionMe, useMe } from './session.ts';

const frameKinds = ['hello', 'notification', 'unread', 'signed-out'] as const;

/** Keeps one live stream open while somebody is signed in and lays its frames into the query cache. */
export function useLiveStream(): void {
  const client = useQueryClient();
  const memberId = useMe()?.id;
  useEffect(() => {
    if (!memberId) return;
    const source = new EventSource(routes.notifications.stream.path);
    for (const kind of frameKinds) source.addEventListener(kind, (event) => receive(client, event.data));
    return () => source.close();
  }, [client, memberId]);
}

function receive(client: QueryClient, data: string): void {
  const frame = readFrame(data);
  if (!frame) return;
  if (frame.kind === 'signed-out') {
    adoptSession(client, null);
    return;
  }
  updateSessionMe(client, { unreadNotifications: frame.unread });
  if (frame.kind === 'notification') void client.invalidateQueries({ queryKey: ['notifications'] });
}

function readFrame(data: string): StreamFrame | undefined {
  try {
    return JSON.parse(data) as StreamFrame;
  } catch {
    return undefined;
  }
}
