import { Button } from '@mantine/core';
import { useDo } from '#web/api/use.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormFault } from '#web/ui/form/shell.tsx';

/** Sends me a mail with what is saved, and shows what the server said to it. */
export function TestMail() {
  const test = useDo('POST /mail/sending/test', { failed: false, refresh: ['GET /mail/sending'] });
  return (
    <Section
      title="Try it"
      help="Sends a mail to your own address with the settings as they are saved."
      actions={
        <Button variant="default" size="compact-sm" loading={test.isPending} onClick={() => test.mutate({})}>
          Send a test mail
        </Button>
      }
    >
      {test.isSuccess && (
        <div role="status">
          <p className="f-plain">Sent to {test.data.to}. The mail server says:</p>
          <p className="f-mail-words">{test.data.answer}</p>
        </div>
      )}
      {test.isError && <FormFault error={test.error} />}
    </Section>
  );
}
