/** Filters are repeated parameters (`status=new&status=open`), as in the API. */
export const addressSearch = {
  parseSearch: (search: string): Record<string, string | string[] | undefined> => {
    const params = new URLSearchParams(search);
    return Object.fromEntries(
      [...new Set(params.keys())].map((name) => {
        const values = params.getAll(name);
        return [name, values.length > 1 ? values : values[0]];
      }),
    );
  },
  stringifySearch: (search: Record<string, unknown>): string => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(search)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
      }
    }
    const written = params.toString();
    return written ? `?${written}` : '';
  },
};
