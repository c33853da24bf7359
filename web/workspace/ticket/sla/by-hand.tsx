import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ClockView } from '#shared/service-level.ts';
import type { TicketView } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { useCan } from '../../session/me.ts';
import { ClockDialog, ClockForm } from './clock-form.tsx';
import { OwnTarget } from './own-target.tsx';

type Props = { ticket: Pick<TicketView, 'id' | 'key'>; clock: ClockView };
type Asked = 'hold' | 'target' | 'justify';

const REASON = { field: 'reason', label: 'Reason', maxLength: 500 } as const;
const BACK = 'Taken back';

/** What whoever has the right may do to a clock by hand: hold and release it, give it a target of its own, justify that it was missed. */
export function ByHand({ ticket, clock }: Props) {
  const can = useCan();
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!can('sla.override')) return null;
  const runs = clock.stoppedAt === null;
  const held = clock.held !== null;
  const titles: Readonly<Record<Asked, string>> = {
    hold: `${held ? 'Release' : 'Hold'} ${clock.name} of ${ticket.key}`,
    target: `Own target for ${clock.name} of ${ticket.key}`,
    justify: `Justify ${clock.name} of ${ticket.key}`,
  };
  const close = () => setAsked(null);
  const form = { ticket, clock, onClose: close };
  return (
    <>
      <div className="f-row-of-buttons f-no-print">
        {runs && (
          <Button variant="default" size="compact-sm" onClick={() => setAsked('hold')}>
            {held ? 'Release…' : 'Hold…'}
          </Button>
        )}
        {runs && (
          <Button variant="default" size="compact-sm" onClick={() => setAsked('target')}>
            {clock.ownTarget ? 'Change own target…' : 'Own target…'}
          </Button>
        )}
        {clock.miss && (
          <Button variant="default" size="compact-sm" onClick={() => setAsked('justify')}>
            {clock.justification ? 'Change justification…' : 'Justify…'}
          </Button>
        )}
      </div>
      {asked && (
        <ClockDialog title={titles[asked]} onClose={close}>
          {asked === 'hold' && <Hold {...form} title={titles.hold} />}
          {asked === 'target' && <OwnTarget {...form} title={titles.target} />}
          {asked === 'justify' && <Justify {...form} title={titles.justify} />}
        </ClockDialog>
      )}
    </>
  );
}

export type FormProps = Props & { title: string; onClose(): void };

function Hold({ ticket, clock, title, onClose }: FormProps) {
  const params = { idOrKey: ticket.id, target: clock.target };
  const { held } = clock;
  const hold = (reason: string) => call('POST /tickets/{idOrKey}/sla/{target}/hold', { params, body: { reason } });
  const release = (reason: string) =>
    call('POST /tickets/{idOrKey}/sla/{target}/release', { params, body: { reason } });
  return (
    <ClockForm
      {...REASON}
      id={`clock.${held === null ? 'hold' : 'release'}.${ticket.id}.${clock.target}`}
      title={title}
      verb={held === null ? 'Hold' : 'Release'}
      help={
        held === null
          ? 'It does not count until somebody releases it, whatever the status says. Everybody who sees the ticket reads why.'
          : `Held: ${held}`
      }
      deed={{
        run: held === null ? hold : release,
        done: `${ticket.key}: ${clock.name} ${held === null ? 'held' : 'released'}`,
        undo: () => (held === null ? release(BACK) : hold(held)),
      }}
      onClose={onClose}
    />
  );
}

function Justify({ ticket, clock, title, onClose }: FormProps) {
  const params = { idOrKey: ticket.id, target: clock.target };
  const before = clock.justification?.text ?? null;
  const put = (text: string | null) =>
    call('PUT /tickets/{idOrKey}/sla/{target}/justification', { params, body: { text } });
  return (
    <ClockForm
      id={`clock.justify.${ticket.id}.${clock.target}`}
      title={title}
      verb="Justify"
      field="text"
      label="Justification"
      help="Stands here and in the client’s report, with your name. It stays missed."
      words={before ?? ''}
      maxLength={2000}
      deed={{ run: put, done: `${ticket.key}: ${clock.name} justified`, undo: () => put(before) }}
      onClose={onClose}
    />
  );
}
