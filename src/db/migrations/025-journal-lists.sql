-- The journal narrowed by deed, kind of subject or time, newest first, without reading it all.
create index journal_by_deed on journal (deed, seq desc);
create index journal_by_kind on journal (subject_kind, seq desc);
create index journal_by_time on journal (at, seq);
