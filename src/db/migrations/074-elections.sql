-- Elections that fill seats: who stands for which seat, and the decision a seat rests on.
create table candidacies (
  id uuid primary key,
  item_id uuid not null references agenda_items on delete restrict,
  body_id uuid not null references bodies on delete restrict,
  role text not null check (role in ('chair', 'deputy-chair', 'member', 'substitute')),
  person_id uuid not null references people on delete restrict,
  organisation_id uuid references organisations on delete restrict,
  nominated_by uuid not null references people on delete restrict,
  nominated_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create unique index candidacies_once on candidacies (item_id, body_id, role, person_id) where withdrawn_at is null;
create index candidacies_by_body on candidacies (body_id, item_id) where withdrawn_at is null;
comment on table candidacies is 'Who is nominated at an item for a seat in a body, by whom, and whether the candidate has agreed';

alter table ballot_choices add column candidacy_id uuid references candidacies on delete restrict;
create index ballot_choices_by_candidacy on ballot_choices (candidacy_id) where candidacy_id is not null;
comment on column ballot_choices.candidacy_id is 'The candidacy a choice of an election stands for; null for a name that takes no seat';

alter table seats add column decision_id uuid references decisions on delete restrict;
create index seats_by_decision on seats (decision_id) where decision_id is not null;
comment on column seats.decision_id is 'The election that filled it, where Fælled holds it';
