import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { ImprovementView } from '#shared/improvement.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { IconX } from '#web/ui/icons.ts';
import { LINK_NAMES, Linked } from './linked.tsx';
import { PickLink } from './pick-link.tsx';

const TOUCHED = ['GET /improvements/{id}', 'GET /improvements/about'] as const;
type Ref = { kind: ImprovementView['links'][number]['kind']; id: string };

/** What an improvement changes: problems and changes, services, articles, value streams and rules. */
export function Links({ improvement, may }: { improvement: ImprovementView; may: boolean }) {
  const [adding, setAdding] = useState(false);
  const save = useDo('PATCH /improvements/{id}', { failed: 'Not changed', refresh: TOUCHED });
  const { id, version, links, client } = improvement;
  // What is gone has no id, and goes with the next change.
  const there = links.flatMap((link): Ref[] => (link.id === null ? [] : [{ kind: link.kind, id: link.id }]));
  const put = (next: readonly Ref[], then?: () => void) =>
    save.mutate({ params: { id }, body: { version, links: [...next] } }, then ? { onSuccess: then } : {});
  return (
    <Section
      title="What it changes"
      actions={
        may && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            Add what it changes
          </Button>
        )
      }
    >
      {links.length === 0 && (
        <p className="f-plain f-dim">Nothing is named yet: the change that brings it, a problem, a service, a rule.</p>
      )}
      {links.length > 0 && (
        <ul className="f-improvement-links" aria-label="What it changes">
          {links.map((link, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: those out of sight have no id
            <li key={place}>
              <span className="f-dim">{LINK_NAMES[link.kind]}</span>
              <span>
                <Linked kind={link.kind} link={link} />
              </span>
              {may && (
                <UnstyledButton
                  aria-label={`Take away: ${LINK_NAMES[link.kind]} ${link.name}`}
                  disabled={save.isPending}
                  onClick={() => put(there.filter((one) => one.id !== link.id))}
                >
                  <IconX size={14} aria-hidden="true" />
                </UnstyledButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog title="Add what it changes" opened={adding} onClose={() => setAdding(false)}>
        {adding && (
          <PickLink
            clientId={client?.id ?? null}
            known={new Set(there.map((one) => one.id))}
            onPick={({ kind, id: to, name }) =>
              put([...there, { kind, id: to }], () => {
                setAdding(false);
                toast.done(`It changes ${name}`);
              })
            }
          />
        )}
      </Dialog>
    </Section>
  );
}
