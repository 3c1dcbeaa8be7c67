-- What a case about a group asks for, and what a decision says beyond its outcome.
alter table cases
  add column subject_body_id uuid references bodies on delete restrict,
  add column appoints boolean not null default false,
  add column points jsonb not null default '[]';
comment on column cases.appoints is 'The board is asked to appoint the steering group, not only to approve it';
comment on column cases.points is 'What must be answered before a case sent back comes again';
alter table decisions
  add column postponed_until date,
  add column referred_to_id uuid references bodies on delete restrict,
  add column rule text not null,
  add column edition text not null;
