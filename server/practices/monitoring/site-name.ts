/** What people call the place at its source that an alert `a` is of, else what its source calls it. */
export const SITE_NAME = "coalesce(nullif(a.site_name, ''), a.site)";
