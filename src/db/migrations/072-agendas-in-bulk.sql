-- Agendas are written in bulk, thousands of items at a time: each index asked of a new item answers something no other does.
-- What brought an item leads the unique key, so that it finds items by it; the numbers of a meeting find its items.
drop index agenda_items_by_source;
drop index agenda_items_by_meeting;
alter table agenda_items
  drop constraint agenda_items_meeting_id_source_key_key,
  add constraint agenda_items_once unique (source_key, meeting_id);
