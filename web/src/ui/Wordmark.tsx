/** A cup whose steam is two speech marks. */
export function CupMark({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 64 64"
      aria-hidden="true"
      focusable="false"
      className="shrink-0 text-accent"
    >
      <g fill="currentColor">
        <path d="M27.6 5c-5.2 2.1-7.9 5.8-7.9 10.6 0 3.7 2.2 6.2 5.3 6.2 2.7 0 4.7-2 4.7-4.6 0-2.7-1.9-4.5-4.4-4.5-.4 0-.9 0-1.1.2.4-2.3 2.2-4.4 4.8-5.6zM42 5c-5.2 2.1-7.9 5.8-7.9 10.6 0 3.7 2.2 6.2 5.3 6.2 2.7 0 4.7-2 4.7-4.6 0-2.7-1.9-4.5-4.4-4.5-.4 0-.9 0-1.1.2.4-2.3 2.2-4.4 4.8-5.6z" />
        <path
          fillRule="evenodd"
          d="M8.1 28h40.8a1.1 1.1 0 0 1 1.1 1.1v1.4h1.5a8 8 0 0 1 0 16h-3.6A20.5 20.5 0 0 1 28.5 59 21.5 21.5 0 0 1 7 37.5v-8.4A1.1 1.1 0 0 1 8.1 28zM50 35v2.5a21 21 0 0 1-.5 4.5h2a3.5 3.5 0 0 0 0-7z"
        />
      </g>
    </svg>
  );
}

export function Wordmark({ compact = false }: { compact?: boolean }) {
  return (
    <span className="flex items-center gap-2">
      <CupMark />
      {compact ? (
        <span className="sr-only">茶馆 Teahouse</span>
      ) : (
        <span className="flex items-baseline gap-1.5 whitespace-nowrap">
          <span lang="zh" className="text-[1.1875rem] font-semibold tracking-wide">
            茶馆
          </span>
          <span lang="en" className="text-[0.9375rem] font-medium text-soft">
            Teahouse
          </span>
        </span>
      )}
    </span>
  );
}
