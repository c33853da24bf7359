import { Button, CopyButton } from '@mantine/core';
import './copied.css';

/** Something that is typed elsewhere, to be copied there. */
export function Copied({ label, text }: { label: string; text: string }) {
  return (
    <div className="f-copied">
      <span className="f-dim">{label}</span>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="subtle" size="compact-sm" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
            <span className="f-hidden"> the {label}</span>
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
