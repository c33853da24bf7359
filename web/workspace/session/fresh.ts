import { ApiProblem } from '#web/api/problem.ts';
import { createStore } from '#web/ui/store.ts';

/** Who waits for the proof: `answer(true)` once it is given, `answer(false)` when it is not. */
export const proofStore = createStore<{ answer(proved: boolean): void } | null>(null);

const stale = (error: unknown): boolean => error instanceof ApiProblem && error.reason === 'stale_sign_in';

function askForProof(): Promise<boolean> {
  return new Promise((resolve) => {
    proofStore.set({
      answer(proved) {
        proofStore.set(null);
        resolve(proved);
      },
    });
  });
}

/**
 * Does something that touches rights or sign-in. Where the server wants a fresh proof of who one is, asks for it and does
 * it again; throws the refusal when the proof is not given.
 */
export async function freshly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!stale(error) || !(await askForProof())) throw error;
    return work();
  }
}
