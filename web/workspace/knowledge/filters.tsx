import { named } from '#web/ui/form/choices.ts';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useCategories, useStaff } from '../desk/names.ts';
import { READER_CHOICES, STATE_CHOICES } from './words.ts';

/** What the address asks for, as the API takes it. */
export function useArticleFilter() {
  const { at, go } = useAddress();
  const word = (name: string) => at.get(name) ?? undefined;
  const show = word('show');
  const [state, visibility, ownerId, categoryId] = [word('state'), word('for'), word('owner'), word('category')];
  const query = {
    ...(word('q') ? { q: word('q') } : {}),
    ...(state ? { state: [state] } : {}),
    ...(visibility ? { visibility: [visibility] } : {}),
    ...(ownerId ? { ownerId } : {}),
    ...(categoryId ? { categoryId } : {}),
    ...(show ? { [show]: true } : {}),
  };
  return { at, go, query, narrowed: Object.keys(query).length > 0 };
}

const SHOWN = [
  { value: 'flagged', label: 'Said to be outdated' },
  { value: 'overdue', label: 'Review due' },
  { value: 'pending', label: 'Waiting for review' },
];

/** Narrows the list of articles. */
export function ArticleFilters({ filter: { at, go } }: { filter: ReturnType<typeof useArticleFilter> }) {
  const staff = useStaff().filter(({ active }) => active);
  const categories = useCategories().map(({ id, path }) => ({ value: id, label: path }));
  return (
    <search className="f-list-bar f-article-filters">
      <SearchField label="Search articles" text={at.get('q') ?? ''} onChange={(q) => go({ q })} />
      <Select
        aria-label="State"
        placeholder="In use"
        clearable
        data={STATE_CHOICES}
        value={at.get('state')}
        onChange={(state) => go({ state })}
      />
      <Select
        aria-label="For whom"
        placeholder="For anybody"
        clearable
        data={READER_CHOICES}
        value={at.get('for')}
        onChange={(readers) => go({ for: readers })}
      />
      <Select
        aria-label="Category"
        placeholder="All categories"
        clearable
        searchable
        data={categories}
        value={at.get('category')}
        onChange={(category) => go({ category })}
      />
      <Select
        aria-label="Owner"
        placeholder="All owners"
        clearable
        searchable
        data={named(staff)}
        value={at.get('owner')}
        onChange={(owner) => go({ owner })}
      />
      <Select
        aria-label="What needs doing"
        placeholder="Whether done or not"
        clearable
        data={SHOWN}
        value={at.get('show')}
        onChange={(show) => go({ show })}
      />
    </search>
  );
}
