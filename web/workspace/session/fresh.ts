import { ApiProblem } from '#web/api/problem.ts';
import { createStore } from '#web/ui/store.ts';

/** Who waits for the proof: `answer(true)` once it is given, `answer(false)` when it is not. */
export const proofStore = createStore<{ answer(proved: boolean): void } | null>(null);

const stale = (error: unknown): boolean => error instanceof ApiProblem && error.reason === 'stale_sign_in';

let asking: Promise<boolean> | null = null;

/** One proof is for everybody who waits for it: what is done meanwhile asks for no second one. */
function askForProof(): Promise<boolean> {
  asking ??= new Promise((resolve) => {
    proofStore.set({
      answer(proved) {
        asking = null;
        proofStore.set(null);
        resolve(proved);
      },
    });
  });
  return asking;
}

/** What stands in the form that was to be sent, when the proof was not given. */
const unproved = () =>
  new ApiProblem({
    status: 0,
    code: 'unproved',
    title: 'Not confirmed',
    detail: 'Nothing was changed: it was not confirmed that it is you. Try again to be asked once more.',
  });

/**
 * Does something that touches rights or sign-in. Where the server wants a fresh proof of who one is, asks for it and does
 * it again; throws an `ApiProblem` that says so when the proof is not given.
 */
export async function freshly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!stale(error)) throw error;
    if (!(await askForProof())) throw unproved();
    return work();
  }
}
