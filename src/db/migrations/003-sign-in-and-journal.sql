-- Sign-in, tokens, and the journal.
create table sessions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  token_hash text not null unique,
  how text not null check (how in ('code', 'passkey', 'demo', 'set-up')),
  user_agent text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_by_person on sessions (person_id, created_at desc);
comment on table sessions is 'Signed-in browsers; only a hash of the token is kept';

create table sign_in_codes (
  id uuid primary key,
  email text not null,
  code_hash text not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_codes_by_email on sign_in_codes (email, created_at desc);
comment on table sign_in_codes is 'One-time codes sent by e-mail';

create table sign_in_attempts (
  key text not null,
  at timestamptz not null
);
create index sign_in_attempts_by_key on sign_in_attempts (key, at desc);
comment on table sign_in_attempts is 'For slowing down guesses; pruned';

create table passkeys (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text not null default '',
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_by_person on passkeys (person_id);
create table passkey_challenges (
  id uuid primary key,
  challenge text not null unique,
  person_id uuid references people on delete cascade,
  purpose text not null check (purpose in ('register', 'sign-in')),
  expires_at timestamptz not null
);
comment on table passkeys is 'WebAuthn credentials';

create table api_tokens (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  name text not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_tokens_by_person on api_tokens (person_id, created_at desc);
comment on table api_tokens is 'Bearer tokens for the API; only a hash is kept';

create table idempotency_keys (
  person_id uuid not null references people on delete cascade,
  key text not null,
  request_hash text not null,
  status integer not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
comment on table idempotency_keys is 'The answer to each write sent with an Idempotency-Key, so that it is carried out once';

create table journal (
  seq bigint primary key,
  at timestamptz not null,
  person_id uuid references people on delete restrict,
  deed text not null,
  subject_kind text not null,
  subject_id text not null,
  initiative_id uuid,
  before jsonb,
  after jsonb,
  ground text not null,
  edition text not null,
  prev_hash text not null,
  hash text not null unique
);
create index journal_by_subject on journal (subject_kind, subject_id, seq desc);
create index journal_by_initiative on journal (initiative_id, seq desc) where initiative_id is not null;
create index journal_by_person on journal (person_id, seq desc);
create trigger journal_stands before update or delete on journal for each row execute function refuse_change();
comment on table journal is 'Append-only: who did what, when, on which ground; each row carries the hash of the one before';
