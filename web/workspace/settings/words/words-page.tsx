import { LANGUAGE_NAMES, LANGUAGES, type Spoken } from '#shared/languages.ts';
import { useReadOn } from '#web/api/read-on.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useCan } from '../../session/me.ts';
import { WordsTable } from './table-buttons.tsx';
import { WordsList } from './words-list.tsx';
import './words.css';

const OTHERS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
const STATES = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'To be done' },
  { value: 'missing', label: 'Missing' },
  { value: 'changed', label: 'Original changed since' },
  { value: 'translated', label: 'Translated' },
] as const;
type State = Exclude<(typeof STATES)[number]['value'], 'all'>;

/** Everything of the MSP's own that clients' people read, and how it reads in a language: written in place, or as a table elsewhere. */
export default function WordsPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const language = LANGUAGES.find((one) => one === at.get('language')) ?? 'de';
  const state = STATES.find(({ value }) => value === at.get('state'))?.value ?? 'all';
  const kind = at.get('kind');
  const containing = at.get('q') ?? '';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadOn('GET /words', {
    query: {
      language,
      limit: 100,
      ...(state === 'all' ? {} : { state: state satisfies State }),
      ...(kind ? { kind } : {}),
      ...(containing ? { containing } : {}),
    },
  });
  const { data: first } = useGet('GET /words', { query: { language, limit: 1 } });
  const rows = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHead
        title="Words in other languages"
        actions={<WordsTable language={language} mayChange={can('settings.manage')} />}
      />
      <div className="f-place-bar">
        <Select
          aria-label="Language"
          data={OTHERS}
          value={language}
          onChange={(next) => go({ language: next as Spoken | null })}
          allowDeselect={false}
          w={130}
        />
        <Select
          aria-label="Which"
          data={[...STATES]}
          value={state}
          onChange={(next) => go({ state: next === 'all' ? null : next })}
          allowDeselect={false}
          w={210}
        />
        <Select
          aria-label="Where"
          data={[
            { value: '', label: 'Everywhere' },
            ...(first?.kinds ?? []).map(({ kind: value, name }) => ({ value, label: name })),
          ]}
          value={kind ?? ''}
          onChange={(next) => go({ kind: next || null })}
          allowDeselect={false}
          w={150}
        />
        <SearchField label="Search these texts" text={containing} onChange={(text) => go({ q: text || null })} />
        {first && (
          <span className="f-dim" role="status">
            {first.counts.missing} missing, {first.counts.changed} with another original, of {first.counts.all}
          </span>
        )}
      </div>
      <PageBody>
        <p className="f-plain f-dim">
          What you write yourself and clients’ people read, in the portal and in mail. What has no words in a language
          reads in the language set for everybody, else as you wrote it. You and your colleagues always see the
          original. Enter keeps a line and goes on to the next.
        </p>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!rows && !error && <SkeletonLines lines={10} />}
        {rows?.length === 0 && <EmptyState title="Nothing here needs words" />}
        {rows && rows.length > 0 && (
          <WordsList
            key={`${language} ${state} ${kind} ${containing}`}
            rows={rows}
            language={language}
            mayChange={can('settings.manage')}
            more={hasNextPage ? () => void fetchNextPage() : undefined}
            busy={isFetchingNextPage}
          />
        )}
      </PageBody>
    </>
  );
}
