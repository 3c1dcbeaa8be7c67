-- Calendars that follow the meetings, and the secret addresses they are read at.
alter table meetings add column sequence integer not null default 0;
comment on column meetings.sequence is 'Grows with each change of time, place or name, and when the meeting is cancelled: calendars ask for it (RFC 5545)';
create function meetings_count_changes() returns trigger language plpgsql as $$
begin
  if (old.starts_at, old.ends_at, old.place, old.online_url, old.title, old.status = 'cancelled')
    is distinct from (new.starts_at, new.ends_at, new.place, new.online_url, new.title, new.status = 'cancelled') then
    new.sequence := old.sequence + 1;
  end if;
  return new;
end $$;
create trigger meetings_counted before update on meetings for each row execute function meetings_count_changes();

create table calendar_feeds (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  body_id uuid references bodies on delete cascade,
  token_hash text not null unique,
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create unique index calendar_feeds_one_each on calendar_feeds (person_id, coalesce(body_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where revoked_at is null;
create index calendar_feeds_by_body on calendar_feeds (body_id) where body_id is not null;
comment on table calendar_feeds is 'Secret addresses at which a person’s calendar program reads meetings: all of the person’s, or those of one body; only a hash is kept';
