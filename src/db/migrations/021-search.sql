-- Search by a part of a name, however many bodies and people there are.
create index bodies_search on bodies using gin ((lower(name)) gin_trgm_ops);
create index people_search on people using gin ((lower(name)) gin_trgm_ops);
create index organisations_search on organisations using gin ((lower(name)) gin_trgm_ops);
