import { useEffect, useState } from 'preact/hooks';

/**
 * False in the frame in which the component is drawn first, true once that frame is done: for what may come after what stands
 * above it. The effect alone would come before whatever else waits for that frame, such as a key of the agent's.
 */
export function useNextFrame(): boolean {
  const [isNext, setNext] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNext(true));
    return () => clearTimeout(timer);
  }, []);
  return isNext;
}
