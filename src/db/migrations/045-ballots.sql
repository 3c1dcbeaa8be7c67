-- How a box is counted, frozen when it opens; decisions without a vote; cases that come back to the body that referred them.
alter table ballots
  add column written boolean not null default false,
  add column all_weight integer not null default 0 check (all_weight >= 0);
comment on column ballots.written is 'A written procedure: enough of all votes of the body, or the usual majority once everybody has answered';
comment on column ballots.all_weight is 'The weight of everybody with a vote in the body when the box opened, there or not, those who stand aside left out';

alter table decisions
  add column consensus boolean not null default false;
comment on column decisions.consensus is 'Decided without a vote: nobody present spoke against';

alter table cases
  add column returns_to_body_id uuid references bodies on delete restrict;
comment on column cases.returns_to_body_id is 'The body that referred the case and gets the answer; null where the body it awaits decides it itself';

create unique index ballots_one_open on ballots (item_id) where closed_at is null;

alter table decisions
  add column returned_to_id uuid references bodies on delete restrict;
comment on column decisions.returned_to_id is 'The body that had referred the case and got this answer: it decides, the answer moves nothing';
