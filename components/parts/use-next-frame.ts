import { useEffect, useState } from 'preact/hooks';

/** False in the frame in which the component is drawn first, true from the next on: for what may come after what stands above it. */
export function useNextFrame(): boolean {
  const [isNext, setNext] = useState(false);
  useEffect(() => setNext(true), []);
  return isNext;
}
