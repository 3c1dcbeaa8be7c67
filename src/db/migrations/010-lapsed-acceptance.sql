-- What a body accepted as missing at a level is no longer accepted once the level is lowered.
alter table accepted_gaps add column lapsed_by uuid references decisions on delete restrict;
comment on column accepted_gaps.lapsed_by is 'The decision that lowered the level below the one the gap was accepted at';
