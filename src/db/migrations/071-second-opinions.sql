-- A second opinion was a line in the facts of a case; now it stands by itself.
alter table cases
  add column opinion_wanted boolean not null default false,
  add column opinion text not null default '',
  add constraint cases_opinion_wanted check (opinion_wanted or opinion = '');
comment on column cases.opinion_wanted is 'Whether a third party is to speak before the body decides: where two voices on a requirement differ';
comment on column cases.opinion is 'What the third party says; empty while it is awaited';

update cases
  set opinion_wanted = true,
    opinion = case
      when statement ~ '(^|\n)[ \t]*Faglig udtalelse: afventer[ \t]*(\n|$)' then ''
      else substring(statement from '(?:^|\n)Faglig udtalelse: (.*)$') end,
    statement = case
      when statement ~ '(^|\n)[ \t]*Faglig udtalelse: afventer[ \t]*(\n|$)'
        then btrim(regexp_replace(statement, '(^|\n+)[ \t]*Faglig udtalelse: afventer[ \t]*(?=\n|$)', ''), E'\n')
      else btrim(regexp_replace(statement, '(^|\n+)Faglig udtalelse: .*$', ''), E'\n') end
  where kind = 'evaluation' and statement ~ '(^|\n)(Faglig udtalelse: .|[ \t]*Faglig udtalelse: afventer[ \t]*(\n|$))';
