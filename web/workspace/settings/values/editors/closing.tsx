import { NeededNumber } from './number.tsx';
import type { EditorProps } from './types.ts';

type Closing = { closeAfterDays: number; reopenDays: number };
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** When silence closes a resolved ticket, and how long it may be reopened. */
export function ClosingEditor({ value, readOnly, onChange }: EditorProps<Closing>) {
  if (readOnly)
    return (
      <p className="f-plain">
        A resolved ticket closes after {days(value.closeAfterDays)} of silence. Its requester may reopen it for{' '}
        {days(value.reopenDays)} after that.
      </p>
    );
  return (
    <>
      <NeededNumber
        label="Close after"
        description="Days of silence once a ticket is resolved"
        min={1}
        max={90}
        allowDecimal={false}
        maw={320}
        value={value.closeAfterDays}
        onChange={(next) => onChange({ ...value, closeAfterDays: next })}
      />
      <NeededNumber
        label="May be reopened for"
        description="Days during which its requester may still say that it does not work; 0 for never"
        min={0}
        max={365}
        allowDecimal={false}
        maw={320}
        value={value.reopenDays}
        onChange={(next) => onChange({ ...value, reopenDays: next })}
      />
    </>
  );
}
