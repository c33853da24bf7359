import type { TicketTemplateView } from '#client/index.ts';
import { useGet } from '#web/api/use.ts';
import { KindIcon } from '#web/ui/marks/kind-icon.tsx';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { TemplateForm } from './template-form.tsx';

/** Tickets written down once, to be logged again and again, by hand or by the calendar. */
export default function TemplatesPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /ticket-templates', {});
  return (
    <RecordList<TicketTemplateView>
      title="Ticket templates"
      one="template"
      help="A ticket with its fields and checklist filled in. Recurring tickets are made from one."
      empty="What comes in every week in the same words needs to be typed only once."
      size={720}
      lines={data?.items.map((template) => ({
        record: template,
        id: template.id,
        name: template.name,
        words: `${template.folder} ${template.fields.title ?? ''}`,
        marks: <KindIcon kind={template.fields.kind} />,
        note: [
          template.folder,
          template.fields.title,
          template.items.length > 0 && (template.items.length === 1 ? '1 line' : `${template.items.length} lines`),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('library.manage')}
      form={(template, onClose) => <TemplateForm template={template} onClose={onClose} />}
    />
  );
}
