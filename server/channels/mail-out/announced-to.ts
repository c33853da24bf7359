/** SQL over `announcements a` and `contacts r`: whether an announcement is for a person of a client, given as a column. */
export const announcedTo = (client: string): string =>
  `app.announced_to(a, ${client}) and (app.announced_at(a.id, ${client}, r.site_id) or app.sees_company(${client}, r.sees))`;
