import type { MacroView } from '#client/index.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { MacroForm } from './macro-form.tsx';

/** Several changes and a reply in one step: one's own, and those that everybody or some teams share. */
export default function MacrosPage() {
  const can = useCan();
  const manages = can('library.manage');
  const { data, error, refetch } = useGet('GET /macros', { query: manages ? { all: true } : {} });
  return (
    <RecordList<MacroView>
      title="Macros"
      one="macro"
      help="Several changes and a reply in one go. On a ticket, a macro shows what it would do before it does it."
      empty="“Password reset, told the client, resolved as guided”: three things you do every day, in one key."
      size={760}
      lines={data?.items.map((macro) => ({
        record: macro,
        id: macro.id,
        name: macro.name,
        words: [macro.folder, ...macro.tags, ...macro.sentences].join(' '),
        editable: macro.shared ? manages : macro.mine,
        note: (
          <>
            {[macro.folder, macro.shared ? 'Shared' : 'Your own', macro.description].filter(Boolean).join(' · ')}
            <ol className="f-sentences">
              {macro.sentences.map((sentence, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same
                <li key={at}>{sentence}</li>
              ))}
            </ol>
          </>
        ),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('ticket.update')}
      form={(macro, onClose) => <MacroForm macro={macro} onClose={onClose} />}
    />
  );
}
