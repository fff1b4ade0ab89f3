/** Streams that readers have open at the moment. */
export interface OpenStreams {
  /** Ends another one where there is no room. @returns to be called when the stream has ended */
  add(viewerKey: string, end: () => void): () => void;
  readonly size: number;
}

interface Room {
  /** A reader with eight pages open sees one of them. */
  perViewer: number;
  all: number;
}

const defaultRoom: Room = { perViewer: 8, all: 2_000 };

/** A bound on what stays open: of one viewer the oldest ends, of a full house the oldest of whoever has most. */
export function createOpenStreams({ perViewer, all }: Room = defaultRoom): OpenStreams {
  const byViewer = new Map<string, Set<() => void>>();
  let size = 0;

  function remove(viewerKey: string, end: () => void): void {
    const own = byViewer.get(viewerKey);
    if (!own?.delete(end)) return;
    size -= 1;
    if (own.size === 0) byViewer.delete(viewerKey);
  }

  function endOldestOf(viewerKey: string): void {
    const [oldest] = byViewer.get(viewerKey) ?? [];
    if (!oldest) return;
    remove(viewerKey, oldest);
    oldest();
  }

  /** In order of their first stream: among equals the one who is here longest. */
  function busiest(): string {
    let [most = ''] = byViewer.keys();
    for (const [viewerKey, own] of byViewer) if (own.size > (byViewer.get(most)?.size ?? 0)) most = viewerKey;
    return most;
  }

  return {
    add(viewerKey, end) {
      if ((byViewer.get(viewerKey)?.size ?? 0) >= perViewer) endOldestOf(viewerKey);
      else if (size >= all) endOldestOf(busiest());
      byViewer.set(viewerKey, (byViewer.get(viewerKey) ?? new Set()).add(end));
      size += 1;
      return () => remove(viewerKey, end);
    },
    get size() {
      return size;
    },
  };
}
