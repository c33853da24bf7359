-- The clocks for whose sake a page calls people, by their targets; null: somebody asked for it by hand. It ends with the last of them.
alter table fettle.pages add column clocks text[];
