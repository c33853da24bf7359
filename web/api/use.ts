import {
  MutationCache,
  QueryCache,
  QueryClient,
  type UseQueryOptions,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { type Answer, call, type Input, type Operation } from './client.ts';
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
  /** Readings that are wrong from now on, by operation. */
  refresh?: readonly Reading[];
  onDone?: (answer: Answer<O>, input: Input<O>) => unknown;
};

/** Does something through the API; a fault becomes a toast, and what it changed is read again. */
export function useDo<O extends Operation>(operation: O, { failed, refresh = [], onDone }: DoOptions<O> = {}) {
  return useMutation<Answer<O>, Error, Input<O>>({
    mutationKey: [operation],
    mutationFn: (input) =>
      call(operation, input, operation.startsWith('POST ') ? { idempotencyKey: crypto.randomUUID() } : {}),
    onSuccess: async (answer, input) => {
      await onDone?.(answer, input);
      await Promise.all(refresh.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));
    },
    onError: (error) => {
      if (failed !== false) toast.fault(error, failed);
    },
  });
}
