import type { TemplateFields, TicketTemplateView } from '#client/index.ts';
import type { TicketKind } from '#shared/vocabulary.ts';
import type { LineItem } from '#web/ui/form/lines-field.tsx';
import type { CustomValues } from '../../desk/custom-values.tsx';
import { levelText } from './choices.ts';

/** A ticket template as its form holds it: null for what is left open. */
export type TemplateValues = {
  name: string;
  description: string;
  folder: string;
  kind: TicketKind;
  title: string;
  text: string;
  impact: string | null;
  urgency: string | null;
  categoryId: string | null;
  serviceId: string | null;
  teamId: string | null;
  assigneeId: string | null;
  tags: string[];
  custom: CustomValues;
  items: LineItem[];
};

export const NEW_TEMPLATE: TemplateValues = {
  name: '',
  description: '',
  folder: '',
  kind: 'request',
  title: '',
  text: '',
  impact: null,
  urgency: null,
  categoryId: null,
  serviceId: null,
  teamId: null,
  assigneeId: null,
  tags: [],
  custom: {},
  items: [],
};

export const templateValues = ({ name, description, folder, fields, items }: TicketTemplateView): TemplateValues => ({
  name,
  description,
  folder,
  kind: fields.kind,
  title: fields.title ?? '',
  text: fields.description ?? '',
  impact: levelText(fields.impact),
  urgency: levelText(fields.urgency),
  categoryId: fields.categoryId ?? null,
  serviceId: fields.serviceId ?? null,
  teamId: fields.teamId ?? null,
  assigneeId: fields.assigneeId ?? null,
  tags: fields.tags ?? [],
  custom: fields.custom ?? {},
  items,
});

const OWN = [
  'kind',
  'title',
  'description',
  'impact',
  'urgency',
  'categoryId',
  'serviceId',
  'teamId',
  'assigneeId',
  'tags',
  'custom',
];

/** The fields as the API takes them; what the form does not show (a fixed priority, a source) stays as it was. */
export function templateFields(values: TemplateValues, before?: TemplateFields): TemplateFields {
  const kept = Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => !OWN.includes(name)));
  const { kind, title, text, impact, urgency, categoryId, serviceId, teamId, assigneeId, tags, custom } = values;
  return {
    ...kept,
    kind,
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(text ? { description: text } : {}),
    ...(impact ? { impact: Number(impact) } : {}),
    ...(urgency ? { urgency: Number(urgency) } : {}),
    ...(categoryId ? { categoryId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(teamId ? { teamId } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(Object.keys(custom).length > 0 ? { custom } : {}),
  };
}
