import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MacroView } from '#shared/library.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Part } from '#web/ui/load/part.tsx';
import { fits, Picker } from '#web/ui/picker/picker.tsx';
import { undoDoneWith } from './done-with.ts';
import { refreshTickets } from './refresh.ts';
import { Refused } from './refused.tsx';
import { closeAction, type Target } from './store.ts';
import { TicketPicker } from './ticket-picker.tsx';

const loadAbout = async () => (await import('./macro-about.tsx')).MacroAbout;

/** A link step that names no ticket asks for one at the run. */
const asksForTicket = ({ steps }: MacroView) => steps.some(({ link }) => link !== undefined && link.to === undefined);

/** Several changes and a reply in one step; each macro says what it does before it is run. */
export function MacroDialog({ target }: { target: Target }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<MacroView | null>(null);
  const macros = useGet('GET /macros', { query: {} }, { staleTime: 60_000 });
  const run = useMutation({
    mutationFn: ({ macro, linkTo }: { macro: MacroView; linkTo?: string }) =>
      call('POST /tickets/{idOrKey}/macros/{macroId}', {
        params: { idOrKey: target.id, macroId: macro.id },
        body: { clientId: target.client.id, ...(linkTo ? { linkTo } : {}) },
      }),
    onSuccess: async (_answer, { macro }) => {
      closeAction();
      const undo = await undoDoneWith(target, ({ type }) => type === 'ticket.ran_macro', 'what it wrote stays').catch(
        () => null,
      );
      toast.done(`“${macro.name}” was run on ${target.key}`, undo ? { undo } : {});
      await refreshTickets();
    },
  });
  const refused = run.isError ? run.variables.macro : null;
  if (!macros.data) return <SkeletonLines lines={5} label="Loading the macros" />;
  if (chosen)
    return (
      <TicketPicker
        label={`“${chosen.name}” links ${target.key} to`}
        targets={[target]}
        error={run.error}
        busy={run.isPending}
        verb="Run it"
        outcome={({ key }) => `“${chosen.name}” runs on ${target.key} and links it to ${key}.`}
        onPick={({ key }) => run.mutate({ macro: chosen, linkTo: key })}
      />
    );
  const lines = macros.data.items
    .filter(({ name, folder }) => fits(`${folder} ${name}`, text.trim()))
    .map((macro) => ({
      id: macro.id,
      label: macro.name,
      note: macro.sentences.length === 1 ? '1 step' : `${macro.sentences.length} steps`,
      group: macro.folder || 'Macros',
      macro,
    }));
  return (
    <>
      <Picker
        label={`Run a macro on ${target.key}`}
        placeholder="Which macro?"
        lines={lines.sort((a, b) => a.group.localeCompare(b.group))}
        text={text}
        onText={setText}
        about={({ macro }) => (
          <Part load={loadAbout} waiting={<SkeletonLines lines={3} />}>
            {(MacroAbout) => (
              <MacroAbout
                macro={macro}
                target={target}
                asksForTicket={asksForTicket(macro)}
                isRefused={refused?.id === macro.id}
              />
            )}
          </Part>
        )}
        onPick={({ macro }) => (asksForTicket(macro) ? setChosen(macro) : run.mutate({ macro }))}
        none={
          macros.data.items.length === 0
            ? 'There are no macros yet. They are made in the settings, under Library.'
            : 'No macro fits.'
        }
      />
      <div className="f-action-more">
        <Refused error={run.error ?? macros.error} whole />
      </div>
    </>
  );
}
