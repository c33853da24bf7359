import { Button, CopyButton, Group } from '@mantine/core';
import { CodeList } from '#web/ui/codes/code-list.tsx';

/** The codes that stand in for a lost phone. Shown this once; leaving says that they are kept. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  return (
    <div className="f-form">
      <p className="f-plain">
        Each works once in place of a code from your app. Keep them where you find them without your phone; they are
        shown only now, and older ones no longer work.
      </p>
      <CodeList codes={codes} />
      <Group justify="flex-end">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>I have kept them</Button>
      </Group>
    </div>
  );
}
