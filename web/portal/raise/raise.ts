type Named = { id: string; name: string };

/** What is written about a new ticket before it is sent. */
export type RaiseValues = {
  title: string;
  text: string;
  attachments: Named[];
  forContactId: string | null;
  siteId: string | null;
  serviceId: string | null;
  people: Named[];
  addresses: string;
};

export const EMPTY_RAISE: RaiseValues = {
  title: '',
  text: '',
  attachments: [],
  forContactId: null,
  siteId: null,
  serviceId: null,
  people: [],
  addresses: '',
};
