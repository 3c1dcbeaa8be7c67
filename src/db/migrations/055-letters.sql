-- Words to people: what is to be sent, how each person wants it, and what the secretariat has made of the texts.
create table letters (
  id uuid primary key,
  key text not null unique,
  kind text not null,
  person_id uuid not null references people on delete restrict,
  language text not null check (language in ('da', 'en')),
  subject text not null,
  body text not null,
  why text not null,
  about text not null,
  calendar text,
  notice boolean not null,
  way text not null check (way in ('at-once', 'daily', 'weekly')),
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'gathered', 'failed', 'dropped')),
  due_at timestamptz not null,
  needed_by timestamptz,
  attempts integer not null default 0,
  problem text not null default '',
  taken_by uuid,
  taken_until timestamptz,
  digest_id uuid references letters on delete restrict,
  sent_to text,
  written_by uuid references people on delete restrict,
  written_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'waiting') = (ended_at is null)),
  check ((status = 'sent') = (sent_to is not null)),
  check ((status = 'gathered') = (digest_id is not null)),
  check (status <> 'failed' or problem <> ''),
  check ((taken_by is null) = (taken_until is null))
);
create index letters_due on letters (due_at, id) where status = 'waiting' and way = 'at-once';
create index letters_for_digest on letters (person_id, way) where status = 'waiting' and way <> 'at-once';
create index letters_by_writing on letters (written_at desc, id desc);
create index letters_by_status on letters (status, written_at desc, id desc);
create index letters_by_person on letters (person_id, written_at desc, id desc);
create index letters_sent_by_person on letters (person_id, ended_at) where status = 'sent';
create index letters_by_digest on letters (digest_id) where digest_id is not null;
comment on table letters is 'Mails: written in the transaction of what causes them, sent afterwards, never twice for one key. body is without the words on why one gets it and how to change that, which follow from why and notice; needed_by is when it is too late to be of use';

create table letter_templates (
  kind text not null,
  language text not null check (language in ('da', 'en')),
  subject text not null,
  body text not null,
  changed_by uuid references people on delete restrict,
  changed_at timestamptz not null,
  primary key (kind, language)
);
comment on table letter_templates is 'Texts of mails that the secretariat has made its own; the others are as they came';

create table letter_choices (
  person_id uuid not null references people on delete restrict,
  topic text not null,
  how text not null check (how in ('at-once', 'daily', 'weekly', 'never')),
  changed_at timestamptz not null,
  primary key (person_id, topic)
);
comment on table letter_choices is 'How a person wants the mails about a topic, where it differs from what is usual';

create table signing_keys (
  purpose text primary key,
  key bytea not null check (octet_length(key) = 32),
  made_at timestamptz not null
);
comment on table signing_keys is 'Keys of this installation for links that carry their own proof; never exported';

create table job_runs (
  job text not null,
  due_at timestamptz not null,
  done_at timestamptz not null,
  primary key (job, due_at)
);
comment on table job_runs is 'Scheduled work that has been done: each moment of each job once, whichever process does it';
