type Work = () => unknown;

const waiting = new Set<Work>();

/**
 * Has something done once the test file that is running has ended. Modules are read once per worker, so that an `afterAll` of a helper
 * would be of the first file alone that imports it.
 */
export function atEndOfFile(work: Work): void {
  waiting.add(work);
}

/** Does what waits, the last first; what failed is told after everything was tried. */
export async function endFile(): Promise<void> {
  const faults: unknown[] = [];
  for (const work of [...waiting].toReversed()) {
    waiting.delete(work);
    try {
      await work();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'What a test file began could not be ended.');
}
