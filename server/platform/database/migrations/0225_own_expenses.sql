-- A notice may be about one's own expenses as well as one's own time.
alter table fettle.notifications
  drop constraint notifications_own_page_check,
  add constraint notifications_own_page_check check (own_page in ('time', 'expenses'));
