alter table agenda_items add column edited_at timestamptz;
comment on column agenda_items.edited_at is 'When somebody last worded the item; from then on the agenda that builds itself leaves its words alone';
create index agenda_items_standing on agenda_items (source_key, meeting_id) where status in ('planned', 'open');
