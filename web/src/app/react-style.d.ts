import 'react';

declare module 'react' {
  /** Custom properties carry measures from script to style sheet. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
