-- The community, its organisations, people, bodies and seats.
create extension if not exists pg_trgm;

create table community (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  edition text not null,
  demo boolean not null default false,
  created_at timestamptz not null
);
comment on table community is 'One row: whose governance runs here, and by which edition';

create table organisations (
  id uuid primary key,
  slug text not null unique,
  name text collate "da-x-icu" not null,
  kind text not null check (kind in ('municipality', 'region', 'state', 'public', 'supplier', 'association', 'other')),
  cvr text check (cvr ~ '^[0-9]{8}$'),
  municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
  website text,
  recorded_at timestamptz not null,
  closed_on date
);
create index organisations_by_name on organisations (name, id);
create unique index organisations_cvr on organisations (cvr) where cvr is not null;
comment on table organisations is 'Public authorities, suppliers and others; membership and region are dated rows of their own';

create table memberships (
  id uuid primary key,
  organisation_id uuid not null references organisations on delete restrict,
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null,
  check (to_on is null or to_on >= from_on)
);
create index memberships_by_organisation on memberships (organisation_id, from_on);
comment on table memberships is 'When an organisation is a member of the community (both dates inclusive)';

create table organisation_regions (
  organisation_id uuid not null references organisations on delete restrict,
  region text collate "da-x-icu" not null,
  from_on date not null,
  to_on date,
  primary key (organisation_id, from_on)
);
comment on table organisation_regions is 'The region an organisation lies in, by date: regions merge';

create table people (
  id uuid primary key,
  name text collate "da-x-icu" not null,
  email text not null,
  organisation_id uuid references organisations on delete restrict,
  language text not null default 'da' check (language in ('da', 'en')),
  operator boolean not null default false,
  closed_on date,
  recorded_at timestamptz not null,
  check (email = lower(email))
);
create unique index people_email on people (email);
create index people_by_name on people (name, id);
create index people_by_organisation on people (organisation_id);
comment on table people is 'Persons who can sign in; operator is the technical account, which decides nothing';

create table initiatives (
  id uuid primary key,
  slug text not null unique,
  name text collate "da-x-icu" not null,
  summary text not null default '',
  idea text not null default '',
  purpose text not null default '',
  solution text not null default '',
  interfaces text not null default '',
  local_value text not null default '',
  value_for_others text not null default '',
  licence text not null default '',
  origin text not null check (origin in ('community', 'outside')),
  stage text not null check (stage in ('idea', 'concept', 'project', 'product', 'retired')),
  ended_as text check (ended_as in ('withdrawn', 'rejected', 'closed', 'retired')),
  level text,
  edition text not null,
  coordinating_organisation_id uuid references organisations on delete restrict,
  registered_by uuid references people on delete restrict,
  registered_at timestamptz not null,
  stage_since timestamptz not null,
  changed_at timestamptz not null,
  check ((stage = 'retired') = (ended_as is not null))
);
create index initiatives_by_name on initiatives (name, id);
create index initiatives_by_stage_name on initiatives (stage, name, id);
create index initiatives_by_stage_level_name on initiatives (stage, level, name, id);
create index initiatives_by_changed on initiatives (stage, changed_at desc, id);
create index initiatives_search on initiatives using gin ((lower(name || ' ' || summary)) gin_trgm_ops);
create index initiatives_by_coordinator on initiatives (coordinating_organisation_id);
comment on table initiatives is 'One thing in the portfolio through its whole life: idea, concept, project, product';

create table initiative_links (
  id uuid primary key,
  initiative_id uuid not null references initiatives on delete restrict,
  kind text not null check (kind in ('repository', 'documentation', 'demo', 'website', 'other')),
  title text not null default '',
  url text not null
);
create index initiative_links_by_initiative on initiative_links (initiative_id);
comment on table initiative_links is 'Where code, documentation and demonstrations are found';

create table initiative_relations (
  id uuid primary key,
  initiative_id uuid not null references initiatives on delete restrict,
  kind text not null check (kind in ('uses', 'part-of', 'replaces', 'interface')),
  other_id uuid not null references initiatives on delete restrict,
  note text not null default '',
  unique (initiative_id, kind, other_id),
  check (initiative_id <> other_id)
);
create index initiative_relations_by_other on initiative_relations (other_id);
comment on table initiative_relations is 'How initiatives hang together';

create table participations (
  id uuid primary key,
  initiative_id uuid not null references initiatives on delete restrict,
  organisation_id uuid not null references organisations on delete restrict,
  role text not null check (role in ('takes-part', 'joined', 'uses', 'contributes', 'hosts')),
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null,
  check (to_on is null or to_on >= from_on)
);
create index participations_by_initiative on participations (initiative_id, role);
create index participations_by_organisation on participations (organisation_id);
comment on table participations is 'Which organisation takes part, has joined, uses, contributes or hosts, and when';

create table initiative_people (
  id uuid primary key,
  initiative_id uuid not null references initiatives on delete restrict,
  person_id uuid not null references people on delete restrict,
  role text not null check (role in ('project-owner', 'project-manager')),
  qualification text not null default 'none' check (qualification in ('none', 'certified', 'documented-experience')),
  qualification_note text not null default '',
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null,
  check (to_on is null or to_on >= from_on)
);
create index initiative_people_by_initiative on initiative_people (initiative_id, role);
create index initiative_people_by_person on initiative_people (person_id);
comment on table initiative_people is 'Project owners and project managers over time';

create table bodies (
  id uuid primary key,
  slug text not null unique,
  kind text not null check (kind in ('general-assembly', 'board', 'secretariat', 'steering-group', 'coordination-group',
    'super-user-network', 'professional-committee', 'expert-group')),
  name text collate "da-x-icu" not null,
  task text not null default '',
  initiative_id uuid references initiatives on delete restrict,
  established_on date not null,
  closed_on date,
  recorded_at timestamptz not null
);
create unique index bodies_one_of_a_kind on bodies (kind)
  where kind in ('general-assembly', 'board', 'secretariat') and closed_on is null;
create index bodies_by_initiative on bodies (initiative_id, kind);
create index bodies_by_name on bodies (name, id);
comment on table bodies is 'General assembly, board, secretariat and the groups of initiatives';

create table seats (
  id uuid primary key,
  body_id uuid not null references bodies on delete restrict,
  person_id uuid not null references people on delete restrict,
  organisation_id uuid references organisations on delete restrict,
  role text not null check (role in ('chair', 'deputy-chair', 'member', 'substitute', 'business-manager', 'staff', 'secretary', 'observer')),
  voting boolean not null,
  appointed_by text not null default '',
  from_on date not null,
  to_on date,
  recorded_at timestamptz not null,
  end_recorded_at timestamptz,
  check (to_on is null or to_on >= from_on)
);
create index seats_by_body on seats (body_id, from_on);
create index seats_by_person on seats (person_id, from_on);
comment on table seats is 'Who sits in a body, as what, with a vote or not, appointed by whom, from and to (both inclusive), and when that was recorded';
