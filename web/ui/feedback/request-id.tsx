import { CopyButton, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '../icons.ts';
import { SayUi } from '../words/say.tsx';

/** A request id that an administrator can look up in the log; one press copies it. */
export function RequestId({ id }: { id: string }) {
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <UnstyledButton className="f-request-id" onClick={copy}>
          <span>
            <SayUi it="ui.request" id={<span className="f-mono">{id}</span>} />
          </span>
          {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
