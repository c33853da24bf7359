import { Button, CopyButton, Group, TextInput } from '@mantine/core';

/** A key that is shown this once. */
export function KeyOnce({ apiKey, onDone }: { apiKey: string; onDone(): void }) {
  return (
    <div className="f-form">
      <p className="f-plain">Copy it now: only its last four characters are kept, so nobody can show it again.</p>
      <TextInput
        aria-label="API key"
        readOnly
        value={apiKey}
        className="f-mono"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={apiKey}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>Done</Button>
      </Group>
    </div>
  );
}
