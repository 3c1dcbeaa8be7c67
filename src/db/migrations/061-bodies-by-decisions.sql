-- What a body's life rests on: the decisions behind it, and the general assembly that began a seat's term.
create table body_decisions (
  body_id uuid not null references bodies on delete restrict,
  change text not null check (change in ('established', 'changed', 'closed')),
  decision_id uuid not null references decisions on delete restrict,
  recorded_at timestamptz not null,
  primary key (body_id, decision_id, change)
);
create index body_decisions_by_decision on body_decisions (decision_id);
comment on table body_decisions is 'The decision by which a body was set up, changed or closed, where Fælled holds it';

alter table seats add column elected_in integer check (elected_in between 1900 and 2200);
comment on column seats.elected_in is 'The year of the general assembly that began the term; a substitute has the one of the seat taken over. Null where the first day tells it';
