type Named = { id: string; name: string };

/** What is written about a new ticket before it is sent. */
export type RaiseValues = {
  title: string;
  text: string;
  attachments: Named[];
  forWhom: Named | null;
  siteId: string | null;
  serviceId: string | null;
  people: Named[];
  addresses: string;
};

export const EMPTY_RAISE: RaiseValues = {
  title: '',
  text: '',
  attachments: [],
  forWhom: null,
  siteId: null,
  serviceId: null,
  people: [],
  addresses: '',
};
