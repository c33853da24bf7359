import type { ApprovalTerms } from '#kernel/approval.ts';
import type { ItemTerms, OfferTerms } from '#kernel/catalogue.ts';
import type { Form } from '#kernel/form.ts';
import { defineWords, type OwnText } from '#platform/words/index.ts';

const ITEMS = `
select i.id, coalesce(i.draft, v.terms) as newest
from catalogue_items i left join catalogue_item_versions v on v.item_id = i.id and v.number = i.published
where i.active order by i.position, i.id`;
const OFFERS = `
select o.item_id as id, i.name, o.client_id as "clientId", o.group_id as "groupId", o.terms
from catalogue_offers o join catalogue_items i on i.id = o.item_id where i.active order by i.position, o.id`;

type Part = Pick<OwnText, 'field' | 'original' | 'part' | 'most' | 'lines'>;

const stepsOf = (approval: ApprovalTerms | null | undefined): Part[] =>
  (approval?.steps ?? []).map(({ name }, at) => ({
    field: `approval.${at}`,
    original: name,
    part: `Step ${at + 1} of the approval`,
    most: 200,
  }));

const formOf = ({ fields }: Form): Part[] =>
  fields.flatMap(({ key, label, help, options }) => [
    { field: `form.${key}.label`, original: label, part: `Form, “${label}”: label`, most: 200 },
    { field: `form.${key}.help`, original: help, part: `Form, “${label}”: help`, most: 500, lines: true },
    ...options.map((option, at) => ({
      field: `form.${key}.options.${at}`,
      original: option,
      part: `Form, “${label}”: choice`,
      most: 200,
    })),
  ]);

const partsOf = ({ name, summary, description, heading, form, approval }: ItemTerms): Part[] => [
  { field: 'name', original: name, part: 'Name', most: 200 },
  { field: 'summary', original: summary, part: 'Summary', most: 200 },
  { field: 'description', original: description, part: 'Description', most: 5_000, lines: true },
  { field: 'heading', original: heading, part: 'Heading in the catalogue', most: 60 },
  ...formOf(form),
  ...stepsOf(approval),
];

defineWords({
  kind: 'item',
  name: 'Catalogue',
  texts: async (ctx) => {
    const items = await ctx.hot<{ id: string; newest: ItemTerms }>('words_items', ITEMS, []);
    const offers = await ctx.hot<{
      id: string;
      name: string;
      clientId: string | null;
      groupId: string | null;
      terms: OfferTerms;
    }>('words_offers', OFFERS, []);
    const at = (id: string) => ({ thing: id, href: `/settings/catalogue/${id}` });
    return [
      // A draft's words are translated before it is published; what is in force until then stays as it was translated.
      ...items.flatMap(({ id, newest }) => partsOf(newest).map((part) => ({ ...at(id), title: newest.name, ...part }))),
      ...offers.flatMap(({ id, name, clientId, groupId, terms }) =>
        stepsOf(terms.approval).map((part) => ({ ...at(id), title: name, clientId, groupId, ...part })),
      ),
    ];
  },
});
