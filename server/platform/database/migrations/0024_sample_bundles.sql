-- Which stories of the sample MSP are written, so that a load that was broken off goes on after them. Their tickets had carried
-- it as the reference of where they came from, which people read.
create table fettle.sample_bundles (
  name text primary key
);
call private.protect('sample_bundles', 'global', 'select, insert');
