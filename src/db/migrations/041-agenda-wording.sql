-- What Fælled words itself stands in both languages; what people type stands as they typed it.
alter table agenda_items
  add column title_en text,
  add column proposal_en text,
  add column edition text;
comment on column agenda_items.title_en is 'The English of a title that Fælled worded; null once somebody has worded it';
comment on column agenda_items.proposal_en is 'The English of a prepared resolution that Fælled worded; null once somebody has worded it';
comment on column agenda_items.edition is 'The edition whose rule it is; the meeting’s own where nothing is said';
