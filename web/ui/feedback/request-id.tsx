import { useState } from 'react';
import { IconCheck, IconCopy } from '../icons.ts';
import { SayUi } from '../words/say.tsx';

/** A request id that an administrator can look up in the log; one press copies it. */
export function RequestId({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(id).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <button type="button" className="f-request-id" onClick={() => void copy()}>
      <span>
        <SayUi it="ui.request" id={<span className="f-mono">{id}</span>} />
      </span>
      {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
    </button>
  );
}
