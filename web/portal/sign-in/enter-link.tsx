import { Button } from '@mantine/core';
import { useState } from 'react';
import { toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { heard } from '#web/ui/words/words.ts';
import { PortalDoor } from '../portal-door.tsx';
import { t } from '../words/t.ts';
import { type Choice, ChooseClient } from './choose-client.tsx';

/**
 * The link by which somebody of a client signs in. It works once, so it takes a press of a button: programs that look at links in
 * mail before people do would use it up.
 */
export function EnterLink({
  token,
  onDone,
  onSpent,
}: {
  token: string;
  onDone(codeAsked: boolean): unknown;
  onSpent(): void;
}) {
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const enter = useDo('POST /portal/sessions', {
    failed: false,
    onDone: async (answer) => {
      if (answer.choices.length > 0) setChoices(answer.choices);
      else await onDone(answer.codeAsked);
    },
  });
  const press = () =>
    enter.mutate(
      { body: { token } },
      // Refused for what it is, and not because the server could not be asked.
      { onError: (error) => toProblem(error).status === 422 && onSpent() },
    );
  if (choices) return <ChooseClient choices={choices} shown={{ token }} onDone={onDone} />;
  return (
    <PortalDoor title={t('enter.title')} intro={t('enter.intro')}>
      {enter.error && <p role="alert">{heard(toProblem(enter.error).message)}</p>}
      <Button autoFocus loading={enter.isPending} onClick={press}>
        {t('frame.signIn')}
      </Button>
    </PortalDoor>
  );
}
