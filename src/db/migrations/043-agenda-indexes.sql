-- agenda_items_by_source finds an item by what brought it; one index is enough, and agendas are written in bulk.
drop index agenda_items_standing;
