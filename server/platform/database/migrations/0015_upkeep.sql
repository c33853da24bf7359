-- For the sweep of bytes that no row names, and of uploads that no message took.
create index files_bytes on fettle.files (sha256);
create index files_unattached on fettle.files (created_at) where message_id is null and subject_id is null;
