import { useEffect, useState } from 'react';
import type { Level } from '#kernel/priority.ts';
import type { CreateChange } from '#shared/change.ts';
import type { CreateTicket } from '#shared/ticket.ts';
import type { Source, TicketKind } from '#shared/vocabulary.ts';
import { useKept } from '#web/ui/form/use-kept.ts';
import type { CustomValues } from '../desk/custom-values.tsx';
import type { Preset } from './store.ts';

/** Who asks: a contact of a client, or a client without a name. */
export type Who = {
  clientId: string;
  clientName: string;
  requesterId: string | null;
  requesterName: string | null;
  vip: boolean;
};

export type Form = {
  who: Who | null;
  kind: TicketKind;
  title: string;
  description: string;
  impact: Level;
  urgency: Level;
  source: Source;
  /** Chosen by a person; null follows the proposal, 'none' refuses it. */
  categoryId: string | null | 'none';
  serviceId: string | null;
  parentId: string | null;
  templateId: string | null;
  /** Of a change: how it goes; null: as a normal one. */
  modelId: string | null;
  /** Of the fields that the desk added. */
  custom: CustomValues;
};

const EMPTY: Form = {
  who: null,
  kind: 'incident',
  title: '',
  description: '',
  impact: 2,
  urgency: 2,
  source: 'phone',
  categoryId: null,
  serviceId: null,
  parentId: null,
  templateId: null,
  modelId: null,
  custom: {},
};
const NAME = 'create';

/** The form, kept until the ticket is logged: a panel closed by mistake loses nothing. */
export function useForm(preset: Preset) {
  const { values: form, change, clear } = useKept(NAME, EMPTY);
  // What the panel was opened with stands over what was kept.
  const [given] = useState(preset);
  useEffect(() => {
    const { title, kind, parentId = null } = given;
    change({ ...(title ? { title } : {}), ...(kind ? { kind } : {}), parentId });
  }, [given, change]);
  return { form, change, clear };
}

/** The form as the API takes it. */
export function toTicket(form: Form, categoryId: string | null, html: string): CreateTicket {
  const { who, kind, title, impact, urgency, source, serviceId, parentId, custom } = form;
  return {
    kind,
    clientId: who?.clientId ?? '',
    title: title.trim(),
    impact,
    urgency,
    source,
    ...(html ? { description: html } : {}),
    ...(who?.requesterId ? { requesterId: who.requesterId } : {}),
    ...(categoryId ? { categoryId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(parentId ? { parentId } : {}),
    ...(Object.keys(custom).length > 0 ? { custom: { ...custom } } : {}),
  };
}

/** The same of a change. */
export function toChange(form: Form, categoryId: string | null, html: string): CreateChange {
  const { kind: _kind, source: _source, parentId: _parent, ...logged } = toTicket(form, categoryId, html);
  return { ...logged, ...(form.modelId ? { modelId: form.modelId } : {}) };
}
