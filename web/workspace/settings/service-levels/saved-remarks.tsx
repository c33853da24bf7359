import type { PolicyView } from '#shared/policy.ts';

type Props = { policy: PolicyView; below: 'condition' | 'rules' };

/** What is odd about conditions as they are saved, and yet may be meant. */
export function SavedRemarks({ policy: { remarks }, below }: Props) {
  const mine = remarks.filter(({ path }) => path === below || path.startsWith(`${below}.`));
  if (mine.length === 0) return null;
  return (
    <div className="f-target-remarks" role="status">
      {mine.map(({ path, message }) => (
        <p key={path + message}>As it is saved: {message}. It may be meant; nothing is refused.</p>
      ))}
    </div>
  );
}
