import { Button, CopyButton, TextInput } from '@mantine/core';
import { useDo } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

/** A link by which a contact signs in to see and answer their tickets, to be handed to them. Made only when asked for. */
export function SignInLink({ contactId, name }: { contactId: string; name: string }) {
  const make = useDo('POST /contacts/{id}/sign-in-link', { failed: false });
  const ask = () => make.mutate({ params: { id: contactId } });
  if (make.error) return <ErrorState error={make.error} onRetry={ask} compact />;
  if (!make.data)
    return (
      <>
        <p>
          With it {name} sees their tickets, answers, and says whether they are solved. It works once, for fifteen
          minutes, and ends an earlier one. Give it only to them: whoever opens it is signed in as {name}.
        </p>
        <Button data-autofocus loading={make.isPending} onClick={ask}>
          Make a link
        </Button>
      </>
    );
  const { url, expiresAt } = make.data;
  return (
    <>
      <TextInput label="Link" readOnly value={url} onFocus={(event) => event.currentTarget.select()} data-autofocus />
      <p className="f-dim">
        Works once, until <TimeAgo at={expiresAt} long />. In this browser it would end your own session.
      </p>
      <CopyButton value={url}>
        {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy the link'}</Button>}
      </CopyButton>
    </>
  );
}
