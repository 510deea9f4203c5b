/** However often it is called within one microtask, `run` runs once after it. */
export function onceAMicrotask(run: () => void): () => void {
  let announced = false;
  return () => {
    if (announced) return;
    announced = true;
    queueMicrotask(() => {
      announced = false;
      run();
    });
  };
}
