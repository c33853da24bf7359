-- Words of an announcement that is for some clients only do not exist for anybody who sees none of them.
create policy of_announcement on fettle.translations as restrictive using (
  kind <> 'announcement' or thing in (select a.id::text from fettle.announcements a));
