import type { Draft } from './draft.ts';

export type WrittenKind = 'reply' | 'note' | 'call';

/** How each kind is called, in the order in which they are offered. */
export const WRITTEN_KINDS: readonly { value: WrittenKind; label: string }[] = [
  { value: 'reply', label: 'Reply' },
  { value: 'note', label: 'Internal note' },
  { value: 'call', label: 'Call' },
];

/** What is being written: to the client, among ourselves, or among ourselves about a call. */
export const kindOf = ({ visibility, call }: Pick<Draft, 'visibility' | 'call'>): WrittenKind =>
  visibility === 'public' ? 'reply' : call ? 'call' : 'note';

/** What a draft is to hold to be of that kind. */
export const asKind = (kind: WrittenKind): Pick<Draft, 'visibility' | 'call'> => ({
  visibility: kind === 'reply' ? 'public' : 'internal',
  call: kind === 'call' ? { direction: 'to_client', time: '' } : null,
});
