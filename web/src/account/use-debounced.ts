import { useEffect, useState } from 'react';

/** The value once it has rested for a moment. */
export function useDebounced<V>(value: V, milliseconds = 300): V {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
