import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ClockView } from '#shared/service-level.ts';
import type { TicketView } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { useCan } from '../../session/me.ts';
import { ClockDialog, ClockForm } from './clock-form.tsx';
import { OwnTarget } from './own-target.tsx';

type Props = { ticket: Pick<TicketView, 'id' | 'key'>; clock: ClockView };
/** What was asked for stays what it is, also where somebody else changes the clock meanwhile. */
type Asked = 'hold' | 'release' | 'target' | 'justify';

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
    hold: `Hold ${clock.name} of ${ticket.key}`,
    release: `Release ${clock.name} of ${ticket.key}`,
    target: `Own target for ${clock.name} of ${ticket.key}`,
    justify: `Justify ${clock.name} of ${ticket.key}`,
  };
  const close = () => setAsked(null);
  const form = { ticket, clock, onClose: close };
  return (
    <>
      <div className="f-row-of-buttons f-no-print">
        {runs && (
          <Button variant="default" size="compact-sm" onClick={() => setAsked(held ? 'release' : 'hold')}>
            {held ? 'Release…' : 'Hold…'}
          </Button>
        )}
        {runs && clock.state !== 'breached' && (
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
      <ClockDialog title={asked ? titles[asked] : clock.name} opened={asked !== null} onClose={close}>
        {asked === 'hold' && <Hold {...form} title={titles.hold} />}
        {asked === 'release' && <Release {...form} title={titles.release} />}
        {asked === 'target' && <OwnTarget {...form} title={titles.target} />}
        {asked === 'justify' && <Justify {...form} title={titles.justify} />}
      </ClockDialog>
    </>
  );
}

export type FormProps = Props & { title: string; onClose(): void };

const hold = ({ ticket, clock }: Props, reason: string) =>
  call('POST /tickets/{idOrKey}/sla/{target}/hold', {
    params: { idOrKey: ticket.id, target: clock.target },
    body: { reason },
  });
const release = ({ ticket, clock }: Props, reason: string) =>
  call('POST /tickets/{idOrKey}/sla/{target}/release', {
    params: { idOrKey: ticket.id, target: clock.target },
    body: { reason },
  });

function Hold(props: FormProps) {
  const { ticket, clock, title, onClose } = props;
  return (
    <ClockForm
      {...REASON}
      id={`clock.hold.${ticket.id}.${clock.target}`}
      title={title}
      verb="Hold"
      help="It does not count until somebody releases it, whatever the status says. Everybody who sees the ticket reads why."
      deed={{
        run: (reason) => hold(props, reason),
        done: `${ticket.key}: ${clock.name} held`,
        undo: () => release(props, BACK),
      }}
      onClose={onClose}
    />
  );
}

function Release(props: FormProps) {
  const { ticket, clock, title, onClose } = props;
  const [why] = useState(clock.held ?? '');
  return (
    <ClockForm
      {...REASON}
      id={`clock.release.${ticket.id}.${clock.target}`}
      title={title}
      verb="Release"
      help={clock.held === null ? 'Nobody holds it any more.' : `Held: ${clock.held}`}
      deed={{
        run: (reason) => release(props, reason),
        done: `${ticket.key}: ${clock.name} released`,
        undo: () => hold(props, why),
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
