import {
  MutationCache,
  QueryCache,
  QueryClient,
  type UseQueryOptions,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { type Answer, call, type Input, newKey, type Operation } from './client.ts';
import { type Keys, lastingKeys, passingKeys } from './lasting-keys.ts';
import { ApiProblem } from './problem.ts';
import { noteSignedOut } from './signed-out.ts';

/** What was read, kept while pages come and go. A refusal is final; a lost connection is tried again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteSignedOut }),
  mutationCache: new MutationCache({ onError: noteSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
      refetchOnWindowFocus: true,
    },
  },
});

type Reading = Extract<Operation, `GET ${string}`>;

/** Where a reading is kept: the operation, then what it was given. */
export const keyOf = <O extends Operation>(operation: O, input?: Input<O>): unknown[] =>
  input === undefined ? [operation] : [operation, input];

/** A reading as React Query wants it, for loaders and prefetching as well. */
export function reading<O extends Reading>(operation: O, input: Input<O>) {
  return {
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<O>> => call(operation, input, { signal }),
  };
}

type GetOptions<O extends Reading> = Pick<
  UseQueryOptions<Answer<O>>,
  'enabled' | 'staleTime' | 'refetchInterval' | 'placeholderData'
>;

/** Reads from the API and keeps the answer. */
export function useGet<O extends Reading>(operation: O, input: Input<O>, options: GetOptions<O> = {}) {
  return useQuery<Answer<O>>({ ...reading(operation, input), ...options });
}

type DoOptions<O extends Operation> = {
  /** What was tried, for the toast when it fails: "Not assigned". False: the caller shows the fault itself. */
  failed?: string | false;
  /** It makes something that must be there once, also where it is sent again after the page was left. */
  lasting?: boolean;
  /** Readings that are wrong from now on, by operation. */
  refresh?: readonly Reading[];
  onDone?: (answer: Answer<O>, input: Input<O>) => unknown;
};

/** Does something through the API; a fault becomes a toast, and what it changed is read again. */
export function useDo<O extends Operation>(
  operation: O,
  { failed, lasting = false, refresh = [], onDone }: DoOptions<O> = {},
) {
  const [passing] = useState(passingKeys);
  const keys = lasting ? lastingKeys : passing;
  return useMutation<Answer<O>, Error, Input<O>>({
    mutationKey: [operation],
    mutationFn: (input) =>
      operation.startsWith('POST ')
        ? once(keys, `${operation} ${JSON.stringify(input)}`, (idempotencyKey) =>
            call(operation, input, { idempotencyKey }),
          )
        : call(operation, input),
    onSuccess: async (answer, input) => {
      await onDone?.(answer, input);
      await Promise.all(refresh.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));
    },
    onError: (error) => {
      if (failed !== false) toast.fault(error, failed);
    },
  });
}

/** Asks for something under a key; what got no answer may have been done all the same, and is asked for again under the same key. */
async function once<R>(keys: Keys, what: string, ask: (key: string) => Promise<R>): Promise<R> {
  const key = keys.get(what) ?? newKey();
  keys.set(what, key);
  try {
    const answer = await ask(key);
    keys.drop(what);
    return answer;
  } catch (error) {
    if (!isUnanswered(error)) keys.drop(what);
    throw error;
  }
}

/** Whether nobody said what became of it. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof ApiProblem && ([0, 502, 504].includes(error.status) || error.code === 'in_flight');
