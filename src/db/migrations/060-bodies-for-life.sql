-- What a body is bound by over its life: its charter, how one comes to sit in it, who facilitates it, and suppliers' contracts.
create table charters (
  body_id uuid not null references bodies on delete restrict,
  version integer not null,
  sections jsonb not null,
  status text not null check (status in ('draft', 'approved')),
  written_by uuid references people on delete restrict,
  written_at timestamptz not null,
  approved_on date,
  approved_by_body_id uuid references bodies on delete restrict,
  decision_id uuid references decisions on delete restrict,
  recorded_by uuid references people on delete restrict,
  recorded_at timestamptz,
  primary key (body_id, version),
  check ((status = 'approved') = (approved_on is not null and approved_by_body_id is not null and recorded_at is not null))
);
create unique index charters_one_draft on charters (body_id) where status = 'draft';
comment on table charters is 'Charters (kommissorier) of bodies by version; an approved version never changes, the next one replaces it';
create function charter_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status = 'approved' then
    raise exception 'an approved charter is never edited: write a new version' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger charters_stand before update or delete on charters for each row execute function charter_stands();

alter table bodies
  add column joining text not null default 'appointed' check (joining in ('appointed', 'elected', 'open', 'invitation')),
  add column most_per_organisation integer check (most_per_organisation between 1 and 100),
  add column facilitator_id uuid references organisations on delete restrict;
update bodies set joining = case
  when kind in ('general-assembly', 'board') then 'elected'
  when kind in ('coordination-group', 'super-user-network', 'professional-committee', 'expert-group') then 'open'
  else 'appointed' end;
comment on column bodies.joining is 'How one comes to sit there';
comment on column bodies.most_per_organisation is 'At most so many seats for one organisation, where the body is open and has set a limit (B10)';
comment on column bodies.facilitator_id is 'The municipality or supplier that runs the body (B13)';
create index bodies_by_facilitator on bodies (facilitator_id) where facilitator_id is not null;

create table contracts (
  id uuid primary key,
  initiative_id uuid not null references initiatives on delete restrict,
  organisation_id uuid not null references organisations on delete restrict,
  kind text not null check (kind in ('development', 'operation', 'shared-operation')),
  from_on date not null,
  to_on date,
  note text not null default '',
  recorded_at timestamptz not null,
  end_recorded_at timestamptz,
  check (to_on is null or to_on >= from_on)
);
create index contracts_by_initiative on contracts (initiative_id, from_on);
create index contracts_by_organisation on contracts (organisation_id, from_on);
comment on table contracts is 'Who develops or operates a product by contract, and when (both dates inclusive)';

alter table seats add column stood_in_for uuid references seats on delete restrict;
create index seats_stood_in_for on seats (stood_in_for) where stood_in_for is not null;
comment on column seats.stood_in_for is 'The seat whose remaining term a substitute has taken over';
